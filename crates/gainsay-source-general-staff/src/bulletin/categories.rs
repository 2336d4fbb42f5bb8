//! The categories of the bulletin and the words for them.

/// The language of a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tongue {
    Ukrainian,
    Russian,
    English,
    /// Ukrainian or Russian.
    Either,
}

/// A measure as the bulletin has it.
#[derive(Debug)]
pub(super) struct Category {
    /// The id of the measure, also the name of a total.
    pub(super) measure: &'static str,
    /// The name of a day's increment.
    pub(super) day: &'static str,
    /// Labels in three languages and those that Ukrainian and Russian share. `~` stands for any ending.
    pub(super) labels: [(Tongue, &'static str); 4],
}

use Tongue::{Either, English, Russian, Ukrainian};

macro_rules! category {
    ($measure:literal, $english:expr, $ukrainian:expr, $russian:expr, $either:expr) => {
        Category {
            measure: $measure,
            day: concat!($measure, "/day"),
            labels: [(English, $english), (Ukrainian, $ukrainian), (Russian, $russian), (Either, $either)],
        }
    };
}

/// The number of personnel among the categories.
pub(super) const PERSONNEL: u8 = 0;
/// The number of the captured.
pub(super) const CAPTURED: u8 = 1;
/// The numbers of those with which a bulletin may end.
pub(super) const LAST: [u8; 5] = [PERSONNEL, CAPTURED, 11, 17, 18];
/// The number of air defence.
pub(super) const AIR_DEFENCE: u8 = 6;

/// A label that names one make among the means of air defence, as the first bulletins did: beside the whole category it
/// is a part of it.
pub(super) const PART_OF_AIR_DEFENCE: &str = "зрк бук";

/// In the order of the bulletin. After 1 May 2022 "vehicles" alone still means vehicles: the words decide, as outlets
/// that shorten the label keep the figure of the sum, and nobody could tell which of them did. «Ракети» alone are the
/// cruise missiles: the bulletin counts no others.
pub(super) static CATEGORIES: &[Category] = &[
    category!(
        "personnel-losses",
        "personnel|military personnel|troop losses|losses in people|lost personnel|personnel losses|losses in personnel|losses of personnel|troop units|troops|\
         servicemen|service members|servicepersons|soldiers|manpower|people lost|live force|occupiers|invaders|\
         military men|militaries|enemy troops|casualties",
        "особов~ склад~|живої сили|жива сила|живу силу|живій силі|військових|військовослужбовц~|військові|окупантів|\
         загарбників|бійців|солдатів",
        "личн~ состав~|живой силы|живой силе|живая сила|живую силу|военных|военнослужащ~|оккупантов|захватчиков|военные",
        "о с|л с|орків|орков"
    ),
    category!(
        "captured",
        "captured|prisoners|prisoners of war|pows|taken prisoner|taken captive|captives",
        "полонен~|військовополонен~|взят~ в полон|узят~ в полон",
        "пленн~|военнопленн~|взят~ в плен|сдались в плен",
        ""
    ),
    category!(
        "tanks-lost",
        "tank|tanks|battle tanks|main battle tanks",
        "танк|танки|танків|танка|танку|танками|танках",
        "танков",
        ""
    ),
    category!(
        "armoured-vehicles-lost",
        "apv|apvs|acv|acvs|afv|afvs|apc|apcs|ifv|ifvs|apv apc|armoured combat vehicle~|armored combat vehicle~|\
         armoured fighting vehicle~|armored fighting vehicle~|combat armoured vehicle~|combat armored vehicle~|\
         armoured vehicle~|armored vehicle~|armoured personnel vehicle~|armored personnel vehicle~|\
         armoured personnel carrier~|armored personnel carrier~|armoured fighting machine~|armored fighting machine~|\
         armored combat machine~|armoured combat machine~|troop carrying afv~|troop carrying armoured vehicle~|\
         troop carrying armored vehicle~|armoured protected vehicle~|armored protected vehicle~",
        "бойов~ броньован~ машин~|броньован~ машин~|бойов~ бронемашин~|бойов~ бронь~ машин~",
        "боев~ бронированн~ машин~|бронированн~ машин~|боев~ бронемашин~|боев~ броне машин~",
        "ббм|бронемашин~|бмп"
    ),
    category!(
        "artillery-lost",
        "artillery system~|artillery unit~|artillery piece~|artillery installation~|artillery gun~|artillery|guns|\
         artillery mounts",
        "артилерійськ~ систем~|артсистем~|артилерійськ~ установ~|артилері~|ствольн~ артилері~|арт систем~",
        "артиллерийск~ систем~|артиллерийск~ орудий|артиллерийск~ орудия|артиллерийск~ установ~|артиллери~",
        "гармат"
    ),
    category!(
        "multiple-rocket-launchers-lost",
        "mlrs|mlrss|mlrses|mlr|mlrs grad|mrl|mrls|multiple rocket launcher~|multiple launch rocket system~|\
         multiple rocket launch system~|rocket launcher~|multiple launcher rocket system~|multi launch rocket system~|\
         multiple rocket system~",
        "рсзв|рсзв град|реактивн~ систем~ залпового вогню",
        "рсзо|рсзо град|реактивн~ систем~ залпового огня",
        ""
    ),
    category!(
        "air-defence-lost",
        "anti aircraft warfare system~|anti aircraft warfare|anti aircraft system~|anti aircraft missile system~|\
         anti aircraft defence system~|anti aircraft defense system~|anti aircraft warfare mean~|\
         air defence system~|air defense system~|air defence equipment|air defense equipment|air defence vehicle~|\
         air defense vehicle~|air defence asset~|air defense asset~|air defence mean~|air defense mean~|\
         air defence unit~|air defense unit~|means of air defence|means of air defense|air defence|air defense|\
         surface to air missile system~|sam system~|sams|aa warfare systems|air defence weapon~|air defense weapon~",
        "засоб~ ппо|засіб ппо|засоб~ протиповітряної оборони|засіб протиповітряної оборони|систем~ ппо|комплекс~ ппо|\
         установ~ ппо|ппо|зенітн~ ракетн~ комплекс~",
        "средств~ пво|средств~ противовоздушной обороны|систем~ пво|комплекс~ пво|установ~ пво|пво|\
         зенитн~ ракетн~ комплекс~|зенитн~ ракетн~ систем~",
        "зрк"
    ),
    category!(
        "aircraft-lost",
        "aircraft|aircrafts|airplane~|aeroplane~|plane|planes|warplane~|military jets|fighter jets|military aircraft|\
         combat aircraft|fixed wing aircraft|jets|military planes|combat planes|war planes",
        "літак|літаки|літаків|літака|літаками|військов~ літак~|бойов~ літак~",
        "самолет|самолеты|самолетов|самолета|военн~ самолет~|боев~ самолет~",
        ""
    ),
    category!(
        "helicopters-lost",
        "helicopter|helicopters|military helicopters|combat helicopters|rotary wing aircraft",
        "гелікоптер~|вертольот~|вертоліт",
        "вертолет|вертолеты|вертолетов|вертолета",
        ""
    ),
    category!(
        "uavs-lost",
        "uav|uavs|uas|uavs of the operational tactical level|unmanned aerial vehicle~|drone|drones|unmanned aircraft|\
         unmanned aerial system~|operational tactical uav|operational tactical uavs|tactical uavs|\
         operational tactical drones|operational tactical level uavs|operational tactical level drones|\
         operational and tactical uavs|tactical drones|operational level uavs|operational tactical level uav|\
         operational tactical unmanned aerial vehicle~|unmanned air vehicle~|strategic and tactical uavs",
        "безпілотн~ літальн~ апарат~|безпілотник~|дронів|дрони|дрон|дрона|безпілотн~ апарат~|\
         бпла тактичного рівня",
        "беспилотн~ летательн~ аппарат~|беспилотник~|дронов|дроны|беспилотн~ аппарат~",
        "бпла|бпа"
    ),
    category!(
        "cruise-missiles-lost",
        "cruise missile~|missile|missiles|winged missiles|cruise rockets",
        "крилат~ ракет~|ракет|ракети",
        "крылат~ ракет~|ракеты",
        ""
    ),
    category!(
        "srbm-systems-lost",
        "mobile srbm system~|srbm system~|srbm|short range ballistic missile system~|\
         mobile short range ballistic missile system~|operational tactical missile system~|\
         launcher~ of the operational tactical missile system~|launcher~ of operational tactical missile system~|\
         operational tactical missile system launcher~|otrk launcher~|otrk|tactical missile launchers|\
         operational tactical missile launcher~|launcher~ of operational and tactical missile system~|\
         operational tactical missile complex~|tactical missile system~|launcher~ of otrk",
        "пуск~ установ~ отрк|пу отрк|оперативно тактичн~ ракетн~ комплекс~|\
         пуск~ установ~ оперативно тактичн~ ракетн~ комплекс~|отрк трк|пуск~ установ~ отрк трк|\
         пуск~ установ~ трк|установ~ отрк",
        "пусков~ установ~ отрк|оперативно тактическ~ ракетн~ комплекс~|\
         пусков~ установ~ оперативно тактическ~ ракетн~ комплекс~|пусков~ установ~ тактическ~ ракет~",
        "отрк|трк"
    ),
    category!(
        "ships-lost",
        "warship~ boat~|ship~ boat~|boat~ cutter~|ship~ and boat~|warship~ and boat~|warship|warships|boat|boats|ship|\
         ships|naval vessel~|cutters|vessels|vessel~ boat~|ship~ cutter~|warship~ cutter~|ship~ and cutter~|\
         boat~ and cutter~|naval ship~|naval boat~|warship~ or boat~|ship~ or boat~|boats ships|cutters boats|\
         light speed boats|light high speed boats|high speed boats|speedboats|vessels and boats",
        "корабл~ катер~|корабл~ та катер~|корабл~ і катер~|корабл~ й катер~|корабель|кораблі|кораблів|катери|катерів|\
         легк~ швидкісн~ катер~|швидкісн~ катер~|корабл~ або катер~|катер~ корабл~",
        "корабл~ и катер~|корабли|кораблей|катеров|легк~ скоростн~ катер~|корабл~ или катер~|боев~ корабл~",
        "корабль|катера|катер"
    ),
    category!(
        "submarines-lost",
        "submarine|submarines",
        "підводн~ човн~|підводн~ човен|підводн~ чов~",
        "подводн~ лод~|подлод~",
        ""
    ),
    category!(
        "vehicles-and-fuel-tanks-lost",
        "vehicle~ and fuel tank~|vehicle~ fuel tank~|vehicle~ and tank truck~|vehicle~ and tanker~|vehicle~ tanker~|\
         motor vehicle~ and tanker~|motor vehicle~ and fuel tank~|automotive equipment and fuel tank~|\
         automotive equipment and tank truck~|automotive equipment and tanker~|truck~ and fuel tank~|\
         truck~ and tanker~|automobile equipment and fuel tank~|vehicle~ and fuel truck~|vehicle~ and cistern~|\
         automotive vehicle~ and fuel tank~|motor vehicle~ and tank truck~|vehicle~ and fuel storage tank~|\
         automobile~ and tank truck~|automobile~ and fuel tank~|automobile~ and tanker~|car~ and tanker~|\
         car~ and tank truck~|automotive equipment and tank car~|motor vehicle~ and fuel truck~|truck~ and tank truck~|\
         vehicle~ and fuel and lubricant tank~|vehicle~ and fuel cistern~|vehicle~ and auto tank~|\
         fuel tank~ and vehicle~|automotive and fuel tank~|military vehicle~ and fuel tank~|\
         military vehicle~ and tanker~",
        "автомобільн~ технік~ та автоцистерн~|автомобільн~ технік~ й автоцистерн~|автомобільн~ технік~ і автоцистерн~|\
         автомобільн~ технік~ автоцистерн~|автомобіл~ та автоцистерн~|автомобіл~ і автоцистерн~|\
         автомобіл~ й автоцистерн~|автомобіл~ та цистерн~|автотехнік~ та автоцистерн~|автотехнік~ й автоцистерн~|\
         автотехнік~ і автоцистерн~|автомобільн~ технік~ та цистерн~|автомобільн~ технік~ з автоцистерн~",
        "автомобильн~ техник~ и автоцистерн~|автомобил~ и автоцистерн~|автомобильн~ техник~ и цистерн~|\
         автотехник~ и автоцистерн~|автомобил~ и цистерн~|автомобильн~ техник~ автоцистерн~",
        ""
    ),
    category!(
        "vehicles-lost",
        "vehicle|vehicles|motor vehicle~|automotive equipment|automotive vehicle~|truck|trucks|military vehicle~|cars|\
         automobile~|military auto|automobile equipment|automotive technology|auto vehicles|trucks vehicles",
        "автомобільн~ технік~|автотехнік~|автомобіл~|вантажівок|вантажів~|автомобільн~ засоб~",
        "автомобильн~ техник~|автотехник~|автомобил~|грузовик~",
        ""
    ),
    category!(
        "fuel-tanks-lost",
        "fuel tank~|tank~ with fuel and lubricant~|tank~ with fuel|tank~ with pol|tank~ with fuels and lubricants|\
         fuel tanker~|fuel truck~|cistern~|tank truck~|tanker|tankers|tank cars|fuel cistern~|fuel and lubricant tank~|\
         cisterns with fuel|cistern~ with fuel and lubricant~|pol tanks",
        "цистерн~ з ппм|цистерн~ з пмм|цистерн~ пмм|цистерн~ з паливно мастильн~ матеріал~|автоцистерн~|цистерн~|\
         цистерн~ з пально мастильн~ матеріал~|цистерн~ з пальним|цистерн~ із пмм|цистерн~ із пальним",
        "цистерн~ с гсм|цистерн~ гсм|цистерн~ с горюче смазочн~ материал~|бензовоз~|цистерн~ с топливом",
        ""
    ),
    category!(
        "special-equipment-lost",
        "special equipment|special vehicle~|special machinery|special technique|special hardware|specialized equipment|\
         specialised equipment|special purpose equipment|special technology",
        "спеціальн~ технік~|спецтехнік~|спец технік~",
        "специальн~ техник~|спецтехник~|спец техник~",
        ""
    ),
    category!(
        "ground-robots-lost",
        "ground robotic system~|ground robotic complex~|ground based robotic system~|ground robot~|ugv|ugvs|\
         unmanned ground vehicle~|land robotic system~|land robotic complex~|ground based robotic complex~|\
         ground robot system~|ground robotic vehicle~|robotic ground system~|land robots",
        "наземн~ робототехнічн~ комплекс~|наземн~ робот~ комплекс~|наземн~ робототехнічн~ систем~|нртк|\
         наземн~ роботизован~ комплекс~|робототехнічн~ комплекс~|наземн~ дрон~",
        "наземн~ робототехническ~ комплекс~|наземн~ роботизированн~ комплекс~|наземн~ робототехническ~ систем~|\
         робототехническ~ комплекс~",
        "нрк"
    ),
];

/// Labels of the Russian Ministry of Defence, whose lists name what Ukraine lost; and of the counts by photograph.
pub(super) const LABELS_OF_OTHERS: &str = "танков и других боевых бронированных машин|танка и других боевых бронированных машин|\
     танки и другие боевые бронированные машины|танков и бронемашин|танков и других бронированных машин|\
     орудий полевой артиллерии|орудия полевой артиллерии|орудие полевой артиллерии|полевой артиллерии и минометов|\
     специальн~ военн~ автомобильн~ техник~|специальн~ автомобильн~ техник~|\
     tanks and other armored|tanks and other armoured|tanks and other combat|field artillery guns|\
     field artillery cannons|field artillery pieces|field artillery and mortars|special military motor vehicle~|\
     special military vehicle~|special military automotive|\
     танків та інших бойових броньованих машин|гармат польової артилерії|infantry fighting vehicles|\
     infantry mobility vehicles|towed artillery|self propelled artillery";
