//! Rust source as a row of words, without comments, the insides of literals, and what is there for
//! tests only.

use std::path::{Path, PathBuf};

/// A word or a sign of the code, and the line it stands on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    pub text: String,
    pub line: usize,
}

/// A file of code outside tests.
pub struct Code {
    pub path: PathBuf,
    pub tokens: Vec<Token>,
}

impl Code {
    /// The lines on which a row of tokens stands.
    pub fn lines_with(&self, row: &[&str]) -> Vec<usize> {
        let matches = |window: &&[Token]| window.iter().map(|token| &*token.text).eq(row.iter().copied());
        self.tokens.windows(row.len()).filter(matches).map(|window| window[0].line).collect()
    }

    /// The lines that name a module of the standard library, alone or in a group.
    pub fn lines_with_std(&self, module: &str) -> Vec<usize> {
        let mut lines = self.lines_with(&["std", "::", module]);
        for start in 0..self.tokens.len() {
            let is_group = ["std", "::", "{"]
                .iter()
                .enumerate()
                .all(|(at, text)| self.tokens.get(start + at).is_some_and(|token| token.text == *text));
            if is_group {
                lines.extend(
                    members(&self.tokens[start + 2..]).filter(|token| token.text == module).map(|token| token.line),
                );
            }
        }
        lines
    }
}

/// The first words of the members of a group that begins with its brace.
fn members(group: &[Token]) -> impl Iterator<Item = &Token> {
    let mut depth = 0;
    let mut found = Vec::new();
    for (place, token) in group.iter().enumerate() {
        match &*token.text {
            "{" => depth += 1,
            "}" => depth -= 1,
            _ if depth == 1 && place > 0 && ["{", ","].contains(&&*group[place - 1].text) => found.push(token),
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    found.into_iter()
}

/// The code of a folder outside tests, file by file.
pub fn code_in(folder: &Path) -> Vec<Code> {
    let mut files = Vec::new();
    collect(folder, &mut files);
    files.sort();
    let mut tests_only = Vec::new();
    let mut code = Vec::new();
    for path in files {
        let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let (tokens, modules) = without_tests(&tokens(&text));
        let is_root = path.file_stem().is_some_and(|stem| ["lib", "main", "mod"].iter().any(|root| stem == *root));
        let inside = if is_root { path.with_file_name("") } else { path.with_extension("") };
        tests_only.extend(modules.into_iter().map(|module| inside.join(module)));
        code.push(Code { path, tokens });
    }
    code.retain(|file| {
        !tests_only.iter().any(|module| file.path.with_extension("") == *module || file.path.starts_with(module))
    });
    code
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
        let path = entry.expect("the folder can be read").path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
}

/// Splits source into tokens; a literal leaves only its opening quote.
fn tokens(source: &str) -> Vec<Token> {
    let letters: Vec<char> = source.chars().collect();
    let at = |place: usize| letters.get(place).copied().unwrap_or('\0');
    let (mut tokens, mut place, mut line) = (Vec::new(), 0, 1);
    while place < letters.len() {
        let letter = letters[place];
        let end = match letter {
            '/' if at(place + 1) == '/' => line_end(&letters, place),
            '/' if at(place + 1) == '*' => comment_end(&letters, place),
            '"' => string_end(&letters, place),
            '\'' if at(place + 1) == '\\' || at(place + 2) == '\'' => character_end(&letters, place),
            _ if letter.is_alphanumeric() || letter == '_' => {
                (place..).find(|&next| !(at(next).is_alphanumeric() || at(next) == '_')).unwrap_or(place)
            }
            ':' if at(place + 1) == ':' => place + 2,
            _ => place + 1,
        };
        let word: String = letters[place..end].iter().collect();
        let is_prefix = ["r", "b", "br", "c", "cr"].contains(&&*word);
        let raw = if is_prefix && word.ends_with('r') { raw_string_end(&letters, end) } else { None };
        if let Some(end) = raw {
            tokens.push(Token { text: "\"".to_owned(), line });
            line += letters[place..end].iter().filter(|letter| **letter == '\n').count();
            place = end;
            continue;
        }
        let is_comment = letter == '/' && end > place + 1;
        if !letter.is_whitespace() && !is_comment {
            let is_literal = letter == '"' || (letter == '\'' && end > place + 1);
            tokens.push(Token { text: if is_literal { "\"".to_owned() } else { word }, line });
        }
        line += letters[place..end].iter().filter(|letter| **letter == '\n').count();
        place = end;
    }
    tokens
}

fn line_end(letters: &[char], start: usize) -> usize {
    letters[start..].iter().position(|letter| *letter == '\n').map_or(letters.len(), |length| start + length)
}

fn comment_end(letters: &[char], start: usize) -> usize {
    let (mut depth, mut place) = (0, start);
    while place + 1 < letters.len() {
        match (letters[place], letters[place + 1]) {
            ('/', '*') => (depth, place) = (depth + 1, place + 2),
            ('*', '/') => (depth, place) = (depth - 1, place + 2),
            _ => place += 1,
        }
        if depth == 0 {
            return place;
        }
    }
    letters.len()
}

fn string_end(letters: &[char], start: usize) -> usize {
    quoted_end(letters, start, '"')
}

fn character_end(letters: &[char], start: usize) -> usize {
    quoted_end(letters, start, '\'')
}

fn quoted_end(letters: &[char], start: usize, quote: char) -> usize {
    let mut place = start + 1;
    while place < letters.len() && letters[place] != quote {
        place += if letters[place] == '\\' { 2 } else { 1 };
    }
    (place + 1).min(letters.len())
}

/// Where a raw string ends, if one goes on here behind its prefix.
fn raw_string_end(letters: &[char], start: usize) -> Option<usize> {
    let hashes = letters[start..].iter().take_while(|letter| **letter == '#').count();
    if letters.get(start + hashes) != Some(&'"') {
        return None;
    }
    let closing: Vec<char> = std::iter::once('"').chain(std::iter::repeat_n('#', hashes)).collect();
    let inside = start + hashes + 1;
    let length = letters[inside..].windows(closing.len()).position(|window| window == closing)?;
    Some(inside + length + closing.len())
}

/// The tokens without the items behind `#[cfg(test)]`, and the modules in other files among those.
fn without_tests(tokens: &[Token]) -> (Vec<Token>, Vec<String>) {
    const MARK: [&str; 7] = ["#", "[", "cfg", "(", "test", ")", "]"];
    let (mut kept, mut modules, mut place) = (Vec::new(), Vec::new(), 0);
    while place < tokens.len() {
        let marked = tokens[place..].iter().map(|token| &*token.text).take(MARK.len()).eq(MARK);
        if !marked {
            kept.push(tokens[place].clone());
            place += 1;
            continue;
        }
        let end = item_end(tokens, place + MARK.len());
        if let [.., module, name, semicolon] = &tokens[place..end]
            && module.text == "mod"
            && semicolon.text == ";"
        {
            modules.push(name.text.clone());
        }
        place = end;
    }
    (kept, modules)
}

/// Where the item ends that starts here, attributes before it included.
fn item_end(tokens: &[Token], start: usize) -> usize {
    let mut depth = 0;
    for (place, token) in tokens.iter().enumerate().skip(start) {
        match &*token.text {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" => depth -= 1,
            _ => {}
        }
        if depth == 0 && ["}", ";"].contains(&&*token.text) {
            return place + 1;
        }
    }
    tokens.len()
}

#[test]
fn only_code_outside_tests_is_left() {
    const SOURCE: &str = r##"
//! std::fs in a comment
/* println! /* nested */ unwrap() */
use std::{collections::{BTreeMap, env}, fs::File, io};
fn quiet<'a>(text: &'a str) -> char { let _ = "std::env \" println!"; let _ = r#"" dbg!"#; '\'' }
#[cfg(test)]
use std::env;
#[cfg(test)]
#[allow(dead_code)]
mod specimen;
#[cfg(test)]
mod tests { fn loud() { x.unwrap(); println!("{}"); } }
fn last() { x.unwrap() }
"##;
    let (tokens, modules) = without_tests(&tokens(SOURCE));
    let code = Code { path: PathBuf::new(), tokens };
    assert_eq!(modules, ["specimen"]);
    assert_eq!(code.lines_with(&[".", "unwrap", "("]), [13]);
    assert_eq!(code.lines_with(&["println", "!"]), [0; 0]);
    assert_eq!(code.lines_with(&["dbg", "!"]), [0; 0]);
    assert_eq!(code.lines_with_std("fs"), [4]);
    assert_eq!(code.lines_with_std("env"), [0; 0]);
    assert_eq!(code.lines_with_std("io"), [4]);
}
