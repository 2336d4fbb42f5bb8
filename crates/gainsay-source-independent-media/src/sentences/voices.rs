//! Whose figure a sentence gives.

use super::read;

/// Notes a text of which other sources are read than expected.
fn sources(wrong: &mut Vec<String>, text: &str, expected: &[&str]) {
    let read = read(text, &[]);
    let sources: Vec<&str> = read.iter().filter_map(|line| line.split(' ').next()).collect();
    if sources != expected {
        wrong.push(format!("{text}\n  read {read:?}\n  not  {expected:?}"));
    }
}

#[test]
fn who_keeps_a_list_says_what_is_on_it() {
    let mut wrong = Vec::new();
    for (text, expected) in [
        ("Mediazona's list stands at 20,000 Russian soldiers killed.", &["mediazona"] as &[_]),
        ("The names of 20,000 Russian soldiers killed are on a list kept by Mediazona.", &["mediazona"]),
        ("Проєкт UALosses на сьогодні має прізвища 60 000 загиблих українських військових.", &["ualosses"]),
        ("К оценке в 75 тысяч убитых российских солдат пришли «Медуза» и «Медиазона».", &["meduza"]),
        ("Убиты 20 тысяч российских солдат, таков итог проекта «Медиазона».", &["mediazona"]),
        // Who has soldiers keeps no list of them.
        ("Russia has 20,000 soldiers.", &[]),
    ] {
        sources(&mut wrong, text, expected);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn offices_belong_to_people_and_to_states() {
    let mut wrong = Vec::new();
    for (text, expected) in [
        (
            "John Kirby, a spokesman of the White House, told reporters that 20,000 Russian soldiers were killed.",
            &["us-government"] as &[_],
        ),
        ("Officials who asked not to be named put Russia's dead at 20,000 soldiers.", &[]),
        ("In Washington, officials put Russia's dead at 20,000 soldiers killed.", &["us-government"]),
        (
            "Російське Міноборони вустами Ігоря Конашенкова оголосило, що вбито 700 українських військових.",
            &["russian-mod"],
        ),
        ("В британском Минобороны полагают, что убиты 20 тысяч российских солдат.", &["uk-mod"]),
        ("Погибли, по сведениям Владимира Зеленского, 20 тысяч российских солдат.", &["president-of-ukraine"]),
        ("The Ukrainian commander Ivan Petrenko said that 500 Russian soldiers were killed.", &["ukraine"]),
        // Who held an office once does not speak for it.
        ("The former Ukrainian commander Ivan Petrenko said that 500 Russian soldiers were killed.", &[]),
    ] {
        sources(&mut wrong, text, expected);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
