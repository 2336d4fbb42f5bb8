//! The words around the categories and what they do there.

use super::categories::{CATEGORIES, LABELS_OF_OTHERS, PART_OF_AIR_DEFENCE, Tongue};
use super::phrases::Phrases;
use super::{
    categories,
    token::{Kind, Scale},
};
use std::sync::LazyLock;

/// How a word before a figure bounds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bound {
    About,
    MoreThan,
    AtLeast,
    AtMost,
    LessThan,
}

/// Every phrase that the reader knows.
pub(super) static LEXICON: LazyLock<Phrases<Kind>> = LazyLock::new(|| {
    let mut phrases = Vec::new();
    for (number, category) in (0..).zip(CATEGORIES) {
        for (tongue, labels) in category.labels {
            phrases.extend(split(labels).map(|label| (label, Kind::Category { number, tongue, part: false })));
        }
    }
    let part = Kind::Category { number: categories::AIR_DEFENCE, tongue: Tongue::Either, part: true };
    phrases.extend(split(PART_OF_AIR_DEFENCE).map(|label| (label, part)));
    phrases.extend(split(LABELS_OF_OTHERS).map(|label| (label, Kind::Other)));
    for (kind, words) in WORDS {
        phrases.extend(split(words).map(|word| (word, *kind)));
    }
    for (month, words) in (1..).zip(MONTHS) {
        phrases.extend(split(words).map(|word| (word, Kind::Month(month))));
    }
    for (few, words) in (1..).zip(FEW) {
        phrases.extend(split(words).map(|word| (word, Kind::Few(few))));
    }
    Phrases::of(&phrases)
});

fn split(words: &'static str) -> impl Iterator<Item = &'static str> {
    words.split('|').filter(|word| !word.is_empty())
}

const WORDS: &[(Kind, &str)] = &[
    (
        Kind::Bound(Bound::About),
        "about|around|approximately|roughly|nearly|almost|some|approx|circa|an estimated|estimated|\
         близько|біля|приблизно|орієнтовно|майже|около|примерно|ориентировочно|почти|порядка|порядку",
    ),
    (
        Kind::Bound(Bound::MoreThan),
        "more than|over|above|upwards of|більше|більше ніж|більш ніж|більше як|понад|більш як|более|более чем|больше|\
         больше чем|свыше",
    ),
    (
        Kind::Bound(Bound::AtLeast),
        "at least|no less than|not less than|щонайменше|принаймні|не менше|не менш як|не менее|по меньшей мере|как минимум",
    ),
    (Kind::Bound(Bound::AtMost), "up to|до|no more than|at most|не більше|не более"),
    (Kind::Bound(Bound::LessThan), "less than|fewer than|under|менше|менш ніж|менше ніж|менее|меньше"),
    (
        Kind::Unit,
        "осіб|особи|особа|од|одиниць|одиниці|одиниця|шт|штук|людей|чол|чоловік|одиницю|особ|единиц|единицы|единица|ед|человек|\
         человека|люди|шт од|units|unit|people|persons|person|pcs|pieces|items|of|of the|осіб ліквідовано",
    ),
    (
        Kind::Level,
        "\
         operational tactical level|of operational tactical level|of the operational tactical level|tactical level|\
         of operational and tactical level|of the operational and tactical level|operational and tactical level|\
         of operational level|of the tactical level|of operational tactical and strategic level|operational level|\
         оперативно тактичного рівня|оперативно тактичн~|оперативного тактичного рівня|оперативно тактического уровня|\
         оперативно тактическ~|тактичного рівня|тактического уровня|стратегічного рівня|рівня|уровня",
    ),
    (
        Kind::Gone,
        "were liquidated|was liquidated|liquidated|were eliminated|was eliminated|eliminated|were killed or wounded|\
         have been eliminated|have been liquidated|were neutralized|neutralized|were lost|destroyed|were destroyed|\
         have been destroyed|\
         ліквідовано|ліквідований|ліквідовані|знищено|знешкоджено|нейтралізовано|ликвидировано|ликвидированы|уничтожено|\
         уничтожены|выведено из строя|виведено з ладу|\
         перестали існувати|killed|killed and wounded|killed or wounded|вбито|вбитими та пораненими|убито|убитыми и ранеными",
    ),
    (
        Kind::Filler,
        "including|such as|among them|as well as|also|another|further|additional|in particular|plus|\
         включно з|зокрема|у тому числі|в тому числі|серед них|а також|також|ще|в том числе|среди них|а также|также|еще|\
         the|a|an|enemy|enemys|russian|russias|russia|of russia|rf|воєнної|военной|in|в|у|его|його|її|its|their|\
         military equipment|техніки|техники|combat losses|units of|lost|has lost|had lost|losses|втрати|втрат|втрачено|\
         потери|потерь|потеряно|втратив|втратила|total losses|загальні втрати|добові|загальні",
    ),
    (Kind::And, "and|та|і|й|и"),
    (
        Kind::Day,
        "за добу|за минулу добу|за останню добу|за попередню добу|за день|минулої доби|на добу|доба|добу|протягом доби|\
         упродовж доби|протягом минулої доби|впродовж доби|за цю добу|попередньої доби|останньої доби|за сьогодні|\
         за сутки|за последние сутки|за минувшие сутки|за прошедшие сутки|за прошлые сутки|в сутки|сутки|суток|\
         за предыдущие сутки|в течение суток|\
         per day|in the past day|over the past day|past day|the past day|in a day|a day|during the day|over the day|\
         in the last day|over the last day|last day|in one day|daily|over the past|in the past|in the last|over the last|day|\
         in the course of the day|for the day|for the past day|of the past day|yesterday|вчора|вчера|учора|\
         at the direction|direction|directions|напрямку|напрямі|напрямках|направлении|направлениях|на напрямку|\
         this week|за тиждень|за неделю|протягом тижня|in a week|over the week|за місяць|за месяц|за два тижні|\
         last week|last month|in a month",
    ),
    (
        Kind::Total,
        "total|in total|totally|overall|all in all|altogether|since the beginning|since the start|so far|\
         загалом|усього|всього|загальні|загальна|сумарно|від початку|з початку|за весь час|із початку|\
         всего|общие|суммарно|в общей сложности|с начала|за все время|итого|разом|сукупно|full scale invasion|\
         повномасштабного вторгнення|полномасштабного вторжения|повномасштабної війни|in the war|total combat losses|\
         загальні бойові втрати|общие боевые потери|total losses",
    ),
    (
        Kind::Frame,
        "combat losses of the enemy|combat losses of enemy|enemy combat losses|enemys combat losses|losses of the enemy|\
         total combat losses of the enemy|the total combat losses of the enemy|combat losses of the russian~|\
         combat losses of russian~|russian combat losses|russias combat losses|enemy losses|enemys losses|\
         general combat losses of the enemy|combat losses of the occupiers|losses of the russian~|losses of russian~|\
         losses of russia|losses of russias|russian losses|russias losses|losses of the occupiers|losses of invaders|\
         бойові втрати противника|бойові втрати ворога|бойові втрати російськ~|бойові втрати росі~|втрати противника|\
         загальні бойові втрати противника|загальні бойові втрати ворога|загальні втрати противника|\
         бойових втрат противника|бойових втрат ворога|бойові втрати окупант~|загальні бойові втрати російськ~|\
         загальні бойові втрати окупант~|загальні бойові втрати рф|загальні бойові втрати росі~|\
         втрати ворога|втрати росі~|втрати рф|втрати російськ~|втрати окупант~|втрати загарбник~|бойові втрати рф|\
         втрат противника|втрат ворога|втрат рф|втрат росі~|втрати армії рф|втрати армії росі~|втрати агресора|\
         втрати військ рф|втрати військ росі~|втрати особового складу противника|\
         боевые потери противника|боевые потери врага|общие боевые потери противника|боевые потери росс~|боевые потери российск~|\
         боевые потери рф|потери противника|потери врага|потери рф|потери росс~|потери российск~|потери оккупант~|потери захватчик~|\
         боевых потерь противника|потери армии рф|потери армии росс~|потери армии российск~|общие боевые потери росс~|общие боевые потери российск~|боевые потери оккупант~|\
         потери войск рф|потери агрессора|общие боевые потери врага|общие потери противника",
    ),
    (
        Kind::Loss,
        "loss|lose|loses|losing|втрачає|недорах~|позбу~|втратах|втратами|втратою|утратах|потерях|потерями|утрати|утрат|утратив|утратила|утратило|теряет|потерял|потеряла|потеряло",
    ),
    (
        Kind::Own,
        "зсу|збройних сил україни|збройні сили україни|україни|україна|українських|українські|сил оборони|\
         всу|вооруженных сил украины|вооруженные силы украины|украины|украина|украинских|украинские|украинской армии|\
         української армії|armed forces of ukraine|ukrainian armed forces|afu|ukraine|ukraines|ukrainian|ukrainians|\
         ukrainian army|ukrainian forces|ukrainian troops|киева|києва|kyiv|київського режиму|киевского режима",
    ),
    (
        Kind::Staff,
        "general staff|general staff of ukraine|general staff of the armed forces of ukraine|\
         general staff of the ukrainian armed forces|general staff of ukraines armed forces|ukraines general staff|\
         ukrainian general staff|general staff of the afu|ukrainian military|armed forces of ukraine reported|\
         генштаб~|генштаб зсу|генштабу зсу|генштабі зсу|генштаб збройних сил україни|генеральн~ штаб~|\
         генеральн~ штаб~ зсу|генеральн~ штаб~ зс україни|генеральн~ штаб~ збройних сил україни|\
         генштабу збройних сил україни|генштаба всу|генштаб всу|генштабе всу|генштаба вооруженных сил украины|\
         генеральн~ штаб~ всу|генеральн~ штаб~ вооруженных сил украины|генштаба украины|генштаб украины|\
         mod of ukraine|ministry of defence of ukraine|ministry of defense of ukraine|ukraines ministry of defen~|\
         міністерств~ оборони україни|міноборони україни|минобороны украины|министерств~ обороны украины",
    ),
    (
        Kind::Other,
        "oryx|орікс|орикс|міноборони рф|міноборони росії|минобороны|минобороны рф|минобороны россии|\
         министерств~ обороны рф|министерств~ обороны росс~|обороны российск~|міністерств~ оборони рф|міністерств~ оборони росі~|\
         russian ministry of defence|russian ministry of defense|russian defence ministry|russian defense ministry|\
         russias ministry of defence|russias ministry of defense|russias defence ministry|russias defense ministry|\
         ministry of defence of the russian federation|ministry of defense of the russian federation|\
         russian mod|конашенков~|konashenkov|visually confirmed|visually|візуально|визуально|\
         специальн~ военн~ операц~|спецоперац~|спецопераці~|special military operation|\
         оборонн~ ведомств~|военн~ ведомств~|российск~ ведомств~|оборонн~ відомств~|потери всу|потерь всу|потерях всу|\
         орудий полевой артиллерии|орудия полевой артиллерии|специальной военной автомобильной|полевой артиллерии и минометов|\
         другая боевая бронированная|другие боевые бронированные|других боевых бронированных|field artillery guns|\
         special military motor vehicles|special military vehicles|other armored combat vehicles|other armoured combat vehicles|генштаб~ рф|генштаб~ росс~|генштаб~ росі~|\
         генеральн~ штаб~ рф|генеральн~ штаб~ зс рф|генеральн~ штаб~ вс рф|генеральн~ штаб~ росі~|генеральн~ штаб~ росс~|\
         генеральн~ штаб~ вооруженных сил росс~|вооруженных сил российск~|генеральн~ штаб~ збройних сил рф|\
         general staff of russia|russian general staff|general staff of the russian armed forces|russias general staff|\
         general staff of the armed forces of the russian federation|general staff of the armed forces of russia|\
         destroyed of which|captured of which|abandoned|damaged",
    ),
    (
        Kind::Stock,
        "has|have|owns|in service|in stock|stocks|deployed|deploys|needs|need|asked|asks|requested|requests|aid|deliver|\
         delivered|delivery|supplies|supply|transferred|produced|produces|production|sent|donated|concentrated|amassed|\
         на озброєнні|має|мають|потребує|потребують|потрібно|допомог~|просить|просять|поставк~|передали|передано|передав|\
         виробництв~|зосередил~|зосереджено|розгорну~|виготовл~|\
         на вооружении|имеет|имеют|нуждается|нуждаются|помощ~|просит|просят|передали|передано|передал|производств~|\
         сосредоточ~|развернут~|развернул~",
    ),
    (
        Kind::Strike,
        "hit|struck|strikes on|strike on|targeted|attacked|вразили|вразила|уразили|ураж~|вдарил~|ударил~ по|завдал~ удар~|\
         завдали ударів|завдала ударів|нанесли удар~|поразили|поражен~|нанесл~ удар~|завдано ударів|удари по|удары по",
    ),
    (
        Kind::Hedge,
        "інформація уточнюється|дані уточнюються|уточнюється|уточнюються|information is being updated|\
         information is being clarified|data is being updated|data are being updated|being updated|being clarified|\
         to be clarified|is being specified|information is being specified|информация уточняется|данные уточняются|\
         уточняется|уточняются|попередньо|за попередніми даними|preliminary|preliminarily|according to preliminary data|\
         предварительно|по предварительным данным|reportedly|possibly|можливо|возможно|unconfirmed|не підтверджено",
    ),
    (Kind::Scale(Scale::Thousand), "тис|тисяч|тисячі|тисяча|тыс|тысяч|тысячи|thousand|thousands|k"),
    (Kind::Scale(Scale::Million), "млн|мільйон~|миллион~|million|millions|mln"),
    (Kind::From, "from|between|since|starting|з|із|від|починаючи|с|со|от|начиная"),
    (Kind::To, "to|through|till|until|по"),
    (
        Kind::AsOf,
        "as of|as at|станом на|станом|на ранок|на утро|на|по состоянию на|по состоянию|состоянием на|on the morning of|\
         as of the morning of|as of the",
    ),
    (Kind::Hours, "hours|hrs|години|годин|год|часа|часов"),
    (Kind::Year, "року|рік|р|роки|года|г|year|рр|років"),
];

const MONTHS: [&str; 12] = [
    "січень|січня|январь|января|january|jan",
    "лютий|лютого|февраль|февраля|february|feb",
    "березень|березня|март|марта|march|mar",
    "квітень|квітня|апрель|апреля|april|apr",
    "травень|травня|май|мая|may",
    "червень|червня|июнь|июня|june|jun",
    "липень|липня|июль|июля|july|jul",
    "серпень|серпня|август|августа|august|aug",
    "вересень|вересня|сентябрь|сентября|september|sept|sep",
    "жовтень|жовтня|октябрь|октября|october|oct",
    "листопад|листопада|ноябрь|ноября|november|nov",
    "грудень|грудня|декабрь|декабря|december|dec",
];

/// Small numbers in words, as outlets write them.
const FEW: [&str; 10] = [
    "one|один|одна|одну|одного|однієї|одне|одно|одной",
    "two|два|дві|двох|две|двух",
    "three|три|трьох|трех",
    "four|чотири|чотирьох|четыре|четырех",
    "five|п'ять|п'яти|пять|пяти",
    "six|шість|шести|шесть",
    "seven|сім|семи|семь",
    "eight|вісім|восьми|восемь",
    "nine|дев'ять|дев'яти|девять|девяти",
    "ten|десять|десяти",
];
