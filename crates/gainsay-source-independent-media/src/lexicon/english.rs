//! English words.

use super::{Row, Tags};

pub(super) const ROWS: &[Row] = &[
    (
        Tags::PEOPLE,
        "soldiers soldier troops servicemen serviceman servicewomen personnel people persons men man women fighters \
         fighter militants officers combatants marines paratroopers recruits conscripts convicts prisoners members lives others \
         individuals volunteers nationalists sailors crew conscript",
    ),
    (Tags::PEOPLE.and(Tags::OCCUPIER), "occupiers invaders invader occupier orcs"),
    (Tags::PEOPLE.and(Tags::RUSSIA), "russians"),
    (Tags::PEOPLE.and(Tags::UKRAINE), "ukrainians"),
    (Tags::PEOPLE, "mercenaries mercenary"),
    (Tags::ENEMY, "enemy adversary opponent foe hostile enemies"),
    (Tags::RUSSIA, "russia russian moscow"),
    (Tags::UKRAINE, "ukraine ukrainian kyiv kiev"),
    (Tags::CIVILIAN.and(Tags::PEOPLE), "civilians noncombatants civilian"),
    (
        Tags::KILL,
        "toll killed dead died dies deaths death fatalities fatality perished slain killing kills kill deadly",
    ),
    (Tags::WOUND, "wounded injured hurt injuries injury wounding injuring maimed"),
    (Tags::CAPTURE, "captured captive prisoner pows pow surrendered capture imprisoned"),
    (Tags::MISS, "missing unaccounted"),
    (Tags::LOSE, "suffered suffers sustained incurred lost lose loses losing losses loss"),
    (Tags::CASUALTY, "casualties casualty"),
    (
        Tags::DESTROY,
        "destroyed eliminated liquidated neutralised neutralized downed shot knocked destroying eliminating destroy \
         destroys eliminates eliminate obliterated annihilated sunk",
    ),
    (
        Tags::SAY,
        "said says say saying told tells stated states state claimed claims claim announced announces announce reported \
         reports report asserted asserts insisted insists added adds add wrote writes write confirmed confirms confirm \
         acknowledged acknowledges admitted admits estimated estimates estimate declared declares noted notes stressed \
         stresses believes believe believed reckons reckoned replied repeated revealed reveals disclosed puts maintained \
         maintains argued argues conceded boasted alleged assessed assesses recorded records counted counts tallied \
         documented identified established verified found published posted tweeted released names heard shows showed \
         show suggests suggested calculated calculates concluded concludes put gave gives mentioned remarked explained \
         warned briefed knows know spoke speaking speaks holds pegged tallies listed lists logged",
    ),
    (
        Tags::ACCOUNT,
        "account estimate estimates data figures figure count tally report statement statements words briefing bulletin reckoning tally list database project survey assessments findings summary message post \
         assessment calculation calculations claims numbers update version claim words'",
    ),
    (Tags::PRONOUN, "he she it they"),
    (Tags::POSSESSIVE, "its his her their our"),
    (
        Tags::NEGATION,
        "not no never neither nor without none nobody nothing cannot hardly didn't doesn't wasn't weren't hasn't haven't don't won't wouldn't isn't aren't couldn't can't",
    ),
    (Tags::MODAL, "could would will might should shall must may cannot can"),
    (
        Tags::IF,
        "if unless whether suppose supposing imagine hypothetical hypothetically scenario forecast forecasts predicts predicted prediction expected expects projected planned plans plan aims intends hoped target threatens threatened",
    ),
    (Tags::TOTAL, "total totals totalling totaling overall altogether cumulative cumulatively far"),
    (Tags::RATE, "daily weekly monthly every each per average annually"),
    (
        Tags::OTHER_WAR,
        "afghanistan afghan chechnya chechen soviet ussr iraq vietnam syria georgia korea gaza israel hamas karabakh finland napoleon stalingrad \
         kursk-1943 falklands",
    ),
    (Tags::DOCUMENTED, "named names confirmed verified visually documented identified obituaries"),
    (Tags::NAME, "names name"),
    (Tags::CONTRAST, "but while whereas although though however meanwhile"),
    (Tags::THAT, "that"),
    (
        Tags::FUNCTION,
        "is are was were be been being as at in on of by since to for from with and or the a an this that these those \
         after before during so it its he she they has have had who which than up only still now already over under \
         between against into out off when while but not so-called more less fewer if then there here during across",
    ),
    (Tags::TOWN, "town city village settlement stronghold"),
    (Tags::PART, "including includes include included among whom these"),
    (Tags::MINISTRY, "ministry minister mod"),
    (Tags::MILITARY, "military army forces"),
    (Tags::PRESIDENT, "president presidential"),
    (
        Tags::OFFICIAL,
        "officials official spokesman spokesperson spokeswoman authorities government commander general chief leader \
         head command side officer staff administration office agency service intelligence deputy adviser advisor \
         boss founder commission report researchers blog project outlet documents document papers headquarters",
    ),
    (
        Tags::STRANGER,
        "analysts analyst experts expert bloggers blogger journalists journalist witnesses witness locals observers \
         observer sources historian historians economists volunteer veteran veterans reporter reporters someone \
         somebody critics commentator commentators correspondents",
    ),
    (
        Tags::EVENT,
        "strike strikes struck attack attacks attacked hit explosion blast shelling raid bombing airstrike missile battle",
    ),
    (Tags::RETELL, "citing quoting cited cites quoted quotes"),
    (
        Tags::DENY,
        "denied denies deny rejected rejects disputed disputes refuted dismissed refutes false untrue denying",
    ),
    (Tags::EXCHANGE, "exchange exchanged exchanges swap swapped swaps returned repatriated freed released handed"),
    (Tags::BEGINNING, "beginning began begun start started outset launch launched onset"),
    (Tags::WAR, "war invasion operation conflict fighting aggression"),
    (Tags::DAY, "day hours overnight"),
    (Tags::LAST, "last past previous preceding"),
    (Tags::SPAN, "month new week"),
    (Tags::UNIT, "units unit pieces items"),
    (
        Tags::STRENGTH,
        "deployed deploy amassed mobilised mobilized recruited lived live population trained reinforcements evacuated \
         sent transferred strong strength contingent aged concentrated gathered enlisted contract signed arrived \
         delivered supplied supply pledged stationed serving guard called receive received displaced fled refugees \
         homes housed housing accommodated barracks dormitories quartered",
    ),
    (Tags::ALSO, "also besides addition further additionally moreover likewise too"),
    (Tags::SAME, "same"),
    (
        Tags::ADJECTIVE,
        "more other additional another new estimated combat military battle main armed enemy's own regular mobilised \
         mobilized young elite professional contract airborne naval foreign different armored armoured of his its \
         their the all further",
    ),
    (Tags::PERFECT, "has have had"),
    (
        Tags::PASS,
        "pass passes passed exceed exceeds exceeded top tops topped surpass surpasses surpassed above crossed cross",
    ),
    (Tags::WHOLE, "fully entirely completely whole entire all wholly totally complete full"),
    (Tags::HOLD.and(Tags::CONTROL), "controls controlled controlling hold holds held retain retains retained"),
    (
        Tags::TAKE.and(Tags::CONTROL),
        "seized seize captured captures taken took take liberated recaptured retaken retook conquered overran overrun \
         reclaimed regained occupied fallen fell",
    ),
    (Tags::LEAVE, "left withdrew withdrawn withdraw abandoned retreated pulled ceded quit given gave"),
    (Tags::CLEAR, "cleared rid"),
    (Tags::SEIZURE.and(Tags::CONTROL), "capture seizure takeover liberation fall conquest"),
    (Tags::CONTROL_NOUN.and(Tags::CONTROL), "control hands"),
    (Tags::GAIN, "gained established completed complete took taken assumed regained seized declared hailed celebrated"),
    (Tags::MOST, "most almost nearly largely majority bulk"),
    (
        Tags::SECTION,
        "part parts areas area quarter quarters district districts outskirts half edge centre center \
         downtown suburb suburbs neighbourhood neighbourhoods neighborhood neighborhoods streets facilities buildings \
         positions foothold pockets pocket section sections blocks portion third",
    ),
    (Tags::SAY, "retorted reacted gives giving"),
    (Tags::BLAME.and(Tags::SAY), "blamed blames accused accuses"),
    (Tags::RESPONSIBLE, "responsibility responsible involvement carried work"),
    (Tags::AGREE, "confirmed agreed echoed corroborated"),
    (Tags::FIGHTING, "fighting fight battle battles fights clashes combat fought"),
    (Tags::CONTINUES, "continues continue continuing continued ongoing rages raging goes go remain remains still"),
    (
        Tags::DISCLOSE,
        "disclose disclosed discloses disclosing reveal revealed revealing say tell told give gave given giving specify \
         specified specifying divulge divulged comment detail detailed name publish published provide provided release \
         released offer offered says",
    ),
    (Tags::REFUSE, "declined refused declines refuses refrained withheld withholds prerogative"),
    (Tags::ESTABLISH, "establishing clarifying ascertaining"),
    (Tags::FILM, "filmed recorded shot taken"),
    (Tags::VISIT, "visited visit visits trip trips travelled traveled toured flew inspected"),
    (Tags::VIDEO, "video footage clip film recording videos scene"),
    (Tags::LOWER, "lower fewer smaller less below"),
    (Tags::HIGHER, "higher greater larger bigger above"),
    (Tags::MUCH, "far much considerably significantly vastly well substantially many"),
    (Tags::IRRETRIEVABLE, "irretrievable irrecoverable irreversible"),
    (Tags::NUMBER, "number numbers figure figures count toll tally total sum estimate"),
    (
        Tags::REACH,
        "reached reaches rose risen rises climbed grew grown increased stood stands came comes brought brings bringing totalled totaled numbered numbers amounted amounts",
    ),
    (Tags::ADMIT, "acknowledged acknowledges acknowledging admitted admits admitting conceded concedes"),
    (Tags::LOCAL.and(Tags::OFFICIAL), "mayor governor rescuers police prosecutors prosecutor firefighters medics"),
    (Tags::LOSE, "cost costs costing"),
    (Tags::PEOPLE.and(Tags::CIVILIAN), "residents resident villagers inhabitants worshippers commuters"),
    (
        Tags::PEOPLE,
        "pilots pilot guards policemen crewmen troopers reservists defenders airmen seamen cadets generals colonels",
    ),
    (
        Tags::SAY,
        "recounted recalled relayed responded testified cautioned revised amended corrected updated registered compiled catalogued cataloged blamed accused bragged boasted boasts touted hinted indicated indicates described outlined proclaimed contended emphasised emphasized underlined underscored commented answered reiterated informed judged judges thought thinks acknowledging saying estimating claiming reporting citing alleges contends counting",
    ),
    (Tags::OFFICIAL, "authors author secretary interlocutors"),
    (Tags::ANYONE, "people person persons lives individuals others members"),
    (
        Tags::SORT,
        "children child women men boys girls infants teenagers pensioners medics doctors journalists generals colonels",
    ),
    (Tags::STRENGTH, "operational inventory stockpile stockpiles arsenal stocks"),
    (Tags::KILL, "fallen"),
    (Tags::FRONT, "axis sector sectors direction directions frontline"),
    (Tags::BATTLE, "siege offensive battle battles encirclement"),
    (Tags::OFFENSIVE, "offensive counteroffensive counter-offensive incursion"),
    (Tags::STRETCH, "days weeks months years time period span stretch day week month"),
    (Tags::THERE, "there"),
    (Tags::TOLD, "spoke speaking talked called gave publish published updated update"),
    (Tags::ACCOUNT, "information admission assertion telling reckonings"),
    (Tags::OUTLET, "journalists journalist reporters outlet newsroom editors project website"),
    (
        Tags::KEEP,
        "has have had contains kept keep keeps maintained maintains run runs compiled compiles stands stood lists holds includes numbers",
    ),
    (Tags::EVENT, "sinking sank sunk bombardment airstrikes bombed shelled collapse"),
    (Tags::KILL, "victims"),
    (Tags::KILL, "fatal"),
    (Tags::DESTROY, "destruction"),
    (Tags::KIND, "carriers carrier apcs ifvs howitzers guns mortars launchers vehicles lorries trucks"),
    (Tags::STRENGTH, "arms"),
    (Tags::WORLD, "wwii wwi"),
    (
        Tags::CIVIL_PLACE,
        "market restaurant cafe pizzeria hospital residential apartment apartments station supermarket hypermarket school shopping mall homes",
    ),
    (Tags::PARTED, "brought took wiped gunned"),
    (Tags::CUE, "came arrived whose"),
];
