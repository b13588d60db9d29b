"""Short texts in the manner of local papers and of web news: every name is the namesake that the text means, though it names no state."""

from __future__ import annotations

import pytest

from ingest.extractors.toponyms import extract_toponyms
from ingest.gazetteer import Gazetteer, UnknownPlace
from ingest.gazetteer.folding import fold_name
from ingest.nlp import load_model, parse


def containers(text: str, gazetteer: Gazetteer, home: str | None = None) -> dict[str, set[str]]:
    """By name as written: the folded names of the place and of all that contain it."""
    found: dict[str, set[str]] = {}
    for toponym in extract_toponyms(parse(text, load_model()), text, gazetteer, home=home):
        places = [] if toponym.place_id is None else [toponym.name]
        if toponym.place_id is not None:
            places += [place.name for place in gazetteer.parents(toponym.place_id)]
        found[text[toponym.span.start : toponym.span.end]] = set(map(fold_name, places))
    return found


def misread(text: str, expected: dict[str, str], gazetteer: Gazetteer) -> dict[str, set[str]]:
    """The names that are not found, or lie elsewhere than expected."""
    found = containers(text, gazetteer)
    return {
        name: found.get(name, set())
        for name, container in expected.items()
        if fold_name(container) not in found.get(name, set())
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Lebanon City Council voted Tuesday to raise water rates. Boone County commissioners will discuss the plan Monday. "
            "Residents of Zionsville and Whitestown have complained.",
            {"Lebanon": "Indiana", "Boone County": "Indiana", "Zionsville": "Indiana", "Whitestown": "Indiana"},
        ),
        (
            "Two people were injured in a crash on U.S. 23 south of Waverly on Thursday night, the Pike County sheriff said. The "
            "driver, Marcus Dayton, 34, of Jackson, was flown to a hospital in Columbus.",
            {"Waverly": "Ohio", "Pike County": "Ohio", "Jackson": "Ohio", "Columbus": "Ohio"},
        ),
        (
            "CAIRO — A Grady County jury found a Thomasville man guilty of burglary. The Bainbridge native faces 20 years.",
            {"CAIRO": "Georgia", "Grady County": "Georgia", "Thomasville": "Georgia", "Bainbridge": "Georgia"},
        ),
        (
            "Troopers from the Troup County post stopped a car near LaGrange. A passenger from Newnan was arrested, and the driver "
            "ran into woods off Interstate 85.",
            {"Troup County": "Georgia", "LaGrange": "Georgia", "Newnan": "Georgia"},
        ),
        (
            "Oxford police are looking for a man who robbed a bank on Jackson Avenue. The suspect was last seen driving toward "
            "Batesville, Lafayette County deputies said.",
            {"Oxford": "Mississippi", "Batesville": "Mississippi", "Lafayette County": "Mississippi"},
        ),
        (
            "The Peru school board approved a new superintendent. Miami County voters will decide on a levy in November. Wabash and"
            " Logansport passed similar levies.",
            {"Peru": "Indiana", "Miami County": "Indiana", "Wabash": "Indiana", "Logansport": "Indiana"},
        ),
        (
            "Florence beat Muscle Shoals 21-14 on Friday night. Coach Brian Turner said the Falcons will be ready for Athens and "
            "Hartselle.",
            {"Florence": "Alabama", "Muscle Shoals": "Alabama", "Athens": "Alabama", "Hartselle": "Alabama"},
        ),
        (
            "Berlin select board members met with the school district. The Gorham and Milan boards joined the meeting at the White "
            "Mountains college. Call 603-555-0144.",
            {"Berlin": "New Hampshire", "Milan": "New Hampshire"},
        ),
        (
            "A Manchester woman pleaded guilty Monday in Hartford Superior Court. Prosecutors said she took $40,000 from an East "
            "Hartford church. Vernon police made the arrest.",
            {"Manchester": "Connecticut", "Hartford": "Connecticut", "East Hartford": "Connecticut"},
        ),
        (
            "Vandals damaged 12 headstones at a cemetery in Cambridge, Guernsey County Sheriff Tom Ellis said. Byesville and New "
            "Concord reported similar damage.",
            {"Cambridge": "Ohio", "Guernsey County": "Ohio", "Byesville": "Ohio", "New Concord": "Ohio"},
        ),
        (
            "The Delphi Fire Department responded to a grain bin fire near Flora on Sunday. Carroll County dispatchers said no one "
            "was hurt. Crews from Monticello helped.",
            {"Delphi": "Indiana", "Flora": "Indiana", "Carroll County": "Indiana", "Monticello": "Indiana"},
        ),
        (
            "A tornado touched down between Moscow and Troy on Sunday afternoon, the Latah County sheriff's office said. Power was "
            "out in Potlatch and across the border in Pullman.",
            {"Moscow": "Idaho", "Troy": "Idaho", "Latah County": "Idaho", "Potlatch": "Idaho", "Pullman": "Washington"},
        ),
        (
            "Naples commissioners want more beach parking. Collier County has 60 days to respond. Marco Island and Bonita Springs "
            "residents spoke against the plan.",
            {"Naples": "Florida", "Collier County": "Florida", "Marco Island": "Florida", "Bonita Springs": "Florida"},
        ),
        (
            "Odessa firefighters put out a warehouse fire. Ector County officials said the smoke could be seen in Midland.",
            {"Odessa": "Texas", "Ector County": "Texas", "Midland": "Texas"},
        ),
        (
            "The Salem-Keizer school district will close three schools. Marion County lost 400 students. Parents in Silverton and "
            "Woodburn fear the same.",
            {"Salem": "Oregon", "Keizer": "Oregon", "Marion County": "Oregon", "Silverton": "Oregon", "Woodburn": "Oregon"},
        ),
        (
            "Funeral services for Harold Vienna, 81, of Vienna, will be Saturday at Dooly County Baptist Church. He was born in "
            "Cordele and farmed near Unadilla.",
            {"Vienna": "Georgia", "Dooly County": "Georgia", "Cordele": "Georgia", "Unadilla": "Georgia"},
        ),
        (
            "Authorities say a 19-year-old from Rochester died when his snowmobile hit a tree near Strafford. State police and "
            "Farmington fire crews responded; Gov. Chris Sununu offered condolences to New Hampshire families.",
            {"Rochester": "New Hampshire", "Strafford": "New Hampshire", "Farmington": "New Hampshire",
             "New Hampshire": "United States"},
        ),
        (
            "ALBANY, Ga. — A gas leak closed Slappey Boulevard for three hours. Dougherty County schools were not affected, but "
            "Leesburg lost power.",
            {"ALBANY": "Georgia", "Ga.": "United States", "Dougherty County": "Georgia", "Leesburg": "Georgia"},
        ),
        (
            "A man wanted in Richmond was captured in Berea, the Madison County sheriff's office said. Kentucky State Police found "
            "him in a barn near Irvine.",
            {"Richmond": "Kentucky", "Berea": "Kentucky", "Madison County": "Kentucky",
             "Kentucky": "United States", "Irvine": "Kentucky"},
        ),
        (
            "The Warren County Board of Supervisors met in Indianola on Tuesday. Supervisor Crystal McIntyre said roads near "
            "Norwalk and Carlisle need repairs.",
            {"Warren County": "Iowa", "Indianola": "Iowa", "Norwalk": "Iowa", "Carlisle": "Iowa"},
        ),
        (
            "Alexandria's mayor said the Arlington plan is too costly. Fairfax County and Falls Church have signed on; Prince "
            "William County has not.",
            {"Alexandria": "Virginia", "Arlington": "Virginia", "Fairfax County": "Virginia",
             "Falls Church": "Virginia", "Prince William County": "Virginia"},
        ),
        (
            "Geneva police arrested a Waterloo man after a fight on Exchange Street. The Ontario County jail is holding him. He has"
            " ties to Seneca Falls and Canandaigua.",
            {"Geneva": "New York", "Waterloo": "New York", "Ontario County": "New York",
             "Seneca Falls": "New York", "Canandaigua": "New York"},
        ),
        (
            "Officers were called to an address in Wellington at 3am. West Mercia Police said a man from Telford, 42, had been "
            "arrested. Magistrates in Telford remanded him.",
            {"Wellington": "England", "Telford": "England"},
        ),
        (
            "Boston Borough Council has refused plans for 90 homes in Kirton. Councillor Anne Dorrian said Lincolnshire needed "
            "houses, but not there.",
            {"Boston": "England", "Kirton": "England"},
        ),
        (
            "A lorry overturned on the A66 near Richmond, closing the road towards Scotch Corner. North Yorkshire Police advised "
            "drivers to go via Darlington.",
            {"Richmond": "England", "North Yorkshire": "England", "Darlington": "England"},
        ),
        (
            "Perth and Kinross Council will shut two libraries. Residents of Crieff and Aberfeldy plan a protest in Perth on "
            "Saturday.",
            {"Perth and Kinross": "Scotland", "Crieff": "Scotland", "Aberfeldy": "Scotland", "Perth": "Scotland"},
        ),
        (
            "Newport County fans were told to stay away. Gwent Police said officers would be in Newport and Cwmbran.",
            {"Newport": "Wales", "Cwmbran": "Wales"},
        ),
        (
            "A teenager was stabbed in Lincoln city centre. The boy, from Gainsborough, was taken to hospital in Nottingham.",
            {"Lincoln": "England", "Gainsborough": "England", "Nottingham": "England"},
        ),
        (
            "The Bangor University students' union and Gwynedd Council object. A bus link from Bangor to Caernarfon was cut last "
            "year.",
            {"Gwynedd": "Wales", "Bangor": "Wales", "Caernarfon": "Wales"},
        ),
        (
            "London police charged a man after a crash on Wharncliffe Road. The 27-year-old from St. Thomas will appear in court in"
            " London. Middlesex OPP assisted.",
            {"London": "Ontario", "St. Thomas": "Ontario"},
        ),
        (
            "The town of Windsor approved a rink. Hants County has fewer players, said Halifax coach Ron MacLean. Kentville and "
            "Truro built theirs with the province's help.",
            {"Windsor": "Nova Scotia", "Halifax": "Nova Scotia", "Kentville": "Nova Scotia", "Truro": "Nova Scotia"},
        ),
        (
            "RCMP in Surrey and Delta are asking for dashcam footage. A stolen truck was found in Richmond, and a Burnaby woman was"
            " hurt.",
            {"Surrey": "British Columbia", "Delta": "British Columbia", "Richmond": "British Columbia",
             "Burnaby": "British Columbia"},
        ),
        (
            "Melfort and Humboldt will share a doctor, the Saskatchewan Health Authority said. Mayor Joan Corneil of Tisdale was "
            "disappointed.",
            {"Melfort": "Saskatchewan", "Saskatchewan": "Canada", "Tisdale": "Saskatchewan"},
        ),
        (
            "Sydney residents woke to 30 centimetres of snow. Cape Breton schools were closed, and the road to Glace Bay was "
            "blocked, the RCMP said.",
            {"Sydney": "Nova Scotia", "Glace Bay": "Nova Scotia"},
        ),
        (
            "A Newcastle man faced court over a crash at Maitland. Cessnock police said he had been drinking. He will return to "
            "court in Hunter in May.",
            {"Newcastle": "New South Wales", "Maitland": "New South Wales", "Cessnock": "New South Wales"},
        ),
        (
            "The Perth to Bunbury highway was cut by fire. Volunteers from Mandurah and Collie fought it overnight.",
            {"Perth": "Western Australia", "Bunbury": "Western Australia", "Mandurah": "Western Australia",
             "Collie": "Western Australia"},
        ),
        (
            "Ipswich council will sell land near Goodna. Brisbane buyers are keen, said Cr Sheila Ireland.",
            {"Ipswich": "Queensland", "Goodna": "Queensland", "Brisbane": "Queensland"},
        ),
        (
            "Hamilton police are investigating a burglary in Cambridge. Waikato has seen a rise in thefts, and Te Awamutu shops "
            "were hit twice.",
            {"Hamilton": "New Zealand", "Cambridge": "New Zealand", "Waikato": "New Zealand", "Te Awamutu": "New Zealand"},
        ),
        (
            "Police in Salem seized 200 kg of ganja. The accused, from Erode, was produced before a court in Namakkal. Coimbatore "
            "police had been looking for him.",
            {"Salem": "Tamil Nadu", "Erode": "Tamil Nadu", "Namakkal": "Tamil Nadu", "Coimbatore": "Tamil Nadu"},
        ),
        (
            "The Aurangabad bench directed the Beed collector to file a reply. Farmers from Latur and Parbhani had moved the court "
            "over crop insurance worth Rs 12 crore.",
            {"Aurangabad": "Maharashtra", "Latur": "Maharashtra", "Parbhani": "Maharashtra"},
        ),
        (
            "Gunmen attacked Birnin Gwari on Sunday, killing nine. Residents fled to Kaduna and Zaria. The governor visited Giwa "
            "Local Government Area.",
            {"Birnin Gwari": "Nigeria", "Kaduna": "Nigeria", "Zaria": "Nigeria", "Giwa": "Nigeria"},
        ),
        (
            "The Benue State governor blamed herders for the raid on Guma. Makurdi residents marched, and a curfew was imposed in "
            "Gboko.",
            {"Benue State": "Nigeria", "Guma": "Nigeria", "Makurdi": "Nigeria", "Gboko": "Nigeria"},
        ),
        (
            "Residents of Eldoret blocked the road to Iten. Uasin Gishu County police fired tear gas. A matatu driver from Kitale "
            "was hurt.",
            {"Eldoret": "Kenya", "Iten": "Kenya", "Uasin Gishu County": "Kenya", "Kitale": "Kenya"},
        ),
        (
            "Protesters in Worcester burned tyres. The Western Cape government sent officers from Paarl and Stellenbosch.",
            {"Worcester": "Western Cape", "Western Cape": "South Africa", "Paarl": "Western Cape",
             "Stellenbosch": "Western Cape"},
        ),
        (
            "A blast in Hyderabad injured four. Sindh police said the device was planted near Latifabad; Karachi sent its bomb "
            "squad.",
            {"Hyderabad": "Pakistan", "Sindh": "Pakistan", "Karachi": "Pakistan"},
        ),
        (
            "San Fernando was flooded after the typhoon. Pampanga's governor asked Angeles and Mabalacat for rescue boats.",
            {"San Fernando": "Philippines", "Pampanga": "Philippines", "Angeles": "Philippines", "Mabalacat": "Philippines"},
        ),
        (
            "TRIPOLI (Reuters) - Fighters from Zawiya clashed with a rival group near the port. Clashes spread to Janzour, "
            "residents said.",
            {"TRIPOLI": "Libya", "Zawiya": "Libya"},
        ),
        (
            "Lebanese troops deployed in Tripoli after a night of shooting. The army also set up checkpoints in Akkar and Zgharta.",
            {"Lebanese": "Lebanon", "Tripoli": "Lebanon", "Akkar": "Lebanon", "Zgharta": "Lebanon"},
        ),
        (
            "Voters in Cordoba and Rosario go to the polls on Sunday. Argentina's peso fell. In Santa Fe, turnout was low.",
            {"Cordoba": "Argentina", "Rosario": "Argentina", "Argentina": "Argentina", "Santa Fe": "Argentina"},
        ),
        (
            "Farmers blocked roads near Valencia and Merida. Venezuela's president called them traitors. Trucks could not reach "
            "Barquisimeto.",
            {"Valencia": "Venezuela", "Merida": "Venezuela", "Venezuela": "Venezuela", "Barquisimeto": "Venezuela"},
        ),
        (
            "A bus fell into a ravine near Santiago, Dominican officials said. The injured were taken to Puerto Plata and La Vega.",
            {"Santiago": "Dominican Republic", "Dominican": "Dominican Republic",
             "Puerto Plata": "Dominican Republic", "La Vega": "Dominican Republic"},
        ),
        (
            "The Georgian opposition rallied in Tbilisi and Batumi. Marchers in Gori carried European flags.",
            {"Georgian": "Georgia", "Tbilisi": "Georgia", "Batumi": "Georgia", "Gori": "Georgia"},
        ),
        (
            "A suicide bomber struck a market in Maiduguri. Borno police said two other devices were found in Bama.",
            {"Maiduguri": "Nigeria", "Borno": "Nigeria", "Bama": "Nigeria"},
        ),
        (
            "Myanmar's army retook Lashio. Fighters withdrew toward Hsipaw and Kyaukme, a spokesman for the Ta'ang group said.",
            {"Myanmar": "Myanmar", "Lashio": "Myanmar", "Kyaukme": "Myanmar"},
        ),
        (
            "Colombian soldiers found a camp near Florencia. The rebels had moved weapons from Neiva to Mocoa.",
            {"Colombian": "Colombia", "Florencia": "Colombia", "Neiva": "Colombia", "Mocoa": "Colombia"},
        ),
        (
            "Madison County supervisors approved a subdivision near Canton. Ridgeland and Gluckstadt residents packed the meeting.",
            {"Madison County": "Mississippi", "Canton": "Mississippi", "Ridgeland": "Mississippi"},
        ),
        (
            "Clayton police responded to a shooting at a Jonesboro apartment complex. The Clayton County medical examiner "
            "identified the victim as Dale Morrow, 22, of Riverdale.",
            {"Clayton": "Georgia", "Jonesboro": "Georgia", "Clayton County": "Georgia", "Riverdale": "Georgia"},
        ),
        (
            "The Franklin Lady Wildcats lost to Greenwood on Tuesday. Johnson County rivals Whiteland and Center Grove meet on "
            "Friday.",
            {"Greenwood": "Indiana", "Johnson County": "Indiana", "Whiteland": "Indiana"},
        ),
        (
            "Deputies were called to the 400 block of Elm Street in Milton at 2 a.m. Santa Rosa County jail records show the man "
            "lives in Pace.",
            {"Milton": "Florida", "Santa Rosa County": "Florida", "Pace": "Florida"},
        ),
        (
            "An Auburn man drowned in Lake Martin on Saturday. Tallapoosa County rescuers from Dadeville and Alexander City "
            "searched for six hours.",
            {"Auburn": "Alabama", "Tallapoosa County": "Alabama", "Dadeville": "Alabama", "Alexander City": "Alabama"},
        ),
        (
            "Plymouth — Selectmen voted to ban plastic bags. Carver, Kingston and Duxbury have similar rules. Barnstable County "
            "already has one.",
            {"Plymouth": "Massachusetts", "Carver": "Massachusetts", "Kingston": "Massachusetts",
             "Duxbury": "Massachusetts", "Barnstable County": "Massachusetts"},
        ),
        (
            "The body of a hiker was found near Bishop, the Inyo County sheriff's office said. The man, 51, of Fresno, had been "
            "missing since he left Lone Pine.",
            {"Bishop": "California", "Inyo County": "California", "Fresno": "California"},
        ),
        (
            "Trains between Reading and Lancaster were delayed. PennDOT said repairs near Ephrata would take a week. Berks County "
            "offered shuttle buses.",
            {"Reading": "Pennsylvania", "Lancaster": "Pennsylvania", "Ephrata": "Pennsylvania", "Berks County": "Pennsylvania"},
        ),
        (
            "Trains between Reading and Newbury were delayed. Great Western Railway said a tree fell near Thatcham. Berkshire roads"
            " were flooded too.",
            {"Reading": "England", "Newbury": "England", "Thatcham": "England"},
        ),
        (
            "The Aberdeen City Council adopted its budget. Brown County will pay for the bridge. Groton and Webster share the "
            "landfill.",
            {"Aberdeen": "South Dakota", "Brown County": "South Dakota"},
        ),
        (
            "Aberdeen police said the mill fire was arson. Grays Harbor County lost 60 jobs. Hoquiam and Montesano sent engines.",
            {"Aberdeen": "Washington", "Grays Harbor County": "Washington", "Hoquiam": "Washington", "Montesano": "Washington"},
        ),
        (
            "Glasgow High School will get a new gym. Barren County taxpayers will pay. Cave City and Horse Cave students use it "
            "too.",
            {"Glasgow": "Kentucky", "Barren County": "Kentucky", "Cave City": "Kentucky", "Horse Cave": "Kentucky"},
        ),
        (
            "Jose Ramirez, 29, of Delano, was charged with DUI after a crash on Highway 99 near McFarland. Kern County prosecutors "
            "said two people from Wasco died.",
            {"Delano": "California", "McFarland": "California", "Kern County": "California", "Wasco": "California"},
        ),
        (
            "Call the Lima office at 419-555-0123. The fair in Wapakoneta opens Friday and the parade in Bluffton starts at noon.",
            {"Lima": "Ohio", "Wapakoneta": "Ohio", "Bluffton": "Ohio"},
        ),
        (
            "Toledo police arrested a suspect in the Oregon robbery. He had fled to Maumee. Lucas County prosecutors will charge "
            "him.",
            {"Toledo": "Ohio", "Oregon": "Ohio", "Maumee": "Ohio", "Lucas County": "Ohio"},
        ),
        (
            "California police chief Ed Marsh retired. The Washington County borough's council named an acting chief from "
            "Charleroi. Monessen offered help.",
            {"California": "Pennsylvania", "Washington County": "Pennsylvania", "Charleroi": "Pennsylvania",
             "Monessen": "Pennsylvania"},
        ),
        (
            "The Hamilton Tiger-Cats practised in Guelph. Hamilton's mayor promised a new stadium, and Burlington offered land.",
            {"Guelph": "Ontario", "Burlington": "Ontario"},
        ),
        (
            "A Kingston man is missing. OPP searched near Gananoque and Napanee. Frontenac paramedics were on standby.",
            {"Kingston": "Ontario", "Gananoque": "Ontario", "Napanee": "Ontario"},
        ),
        (
            "Cambridge residents want trains to Toronto. Waterloo Region councillors back them. Kitchener and Galt lines would "
            "merge.",
            {"Cambridge": "Ontario", "Toronto": "Ontario", "Kitchener": "Ontario"},
        ),
        (
            "Bathurst council rejected the mine. Orange and Blayney farmers cheered. The NSW government may appeal.",
            {"Bathurst": "New South Wales", "Blayney": "New South Wales", "NSW": "Australia"},
        ),
        (
            "Launceston and Devonport recorded their coldest night. Hobart got off lightly, the Bureau of Meteorology said.",
            {"Launceston": "Tasmania", "Devonport": "Tasmania"},
        ),
        (
            "A crash at Albany closed the motorway to Orewa. Auckland Transport said buses from Takapuna were diverted.",
            {"Albany": "New Zealand", "Orewa": "New Zealand", "Auckland": "New Zealand", "Takapuna": "New Zealand"},
        ),
        (
            "Christchurch and Bournemouth share a council now. Dorset Police said officers patrol the beaches from Poole.",
            {"Christchurch": "England", "Bournemouth": "England", "Dorset": "England", "Poole": "England"},
        ),
        (
            "Durham and Sunderland shoppers face bus cuts. Councillor Tom Reed said Seaham would be hit worst.",
            {"Durham": "England", "Sunderland": "England", "Seaham": "England"},
        ),
        (
            "Durham and Raleigh commuters face bus cuts. Commissioner Tom Reed said Cary would be hit worst.",
            {"Durham": "North Carolina", "Raleigh": "North Carolina", "Cary": "North Carolina"},
        ),
        (
            "A landslide in Chamoli killed three. Rescue teams went from Rishikesh to Joshimath. Uttarakhand's chief minister "
            "announced aid of Rs 4 lakh.",
            {"Chamoli": "India", "Rishikesh": "India", "Joshimath": "India", "Uttarakhand": "India"},
        ),
        (
            "The Delhi High Court and police in Noida traded blame. Ghaziabad and Gurugram schools stayed shut because of smog.",
            {"Delhi": "India", "Noida": "India", "Ghaziabad": "India", "Gurugram": "India"},
        ),
        (
            "Bandits killed a monarch in Zamfara. Survivors from Tsafe and Maru reached Gusau, the commissioner of police told "
            "PREMIUM TIMES.",
            {"Zamfara": "Nigeria", "Tsafe": "Nigeria", "Maru": "Nigeria", "Gusau": "Nigeria"},
        ),
        (
            "Traders in Onitsha and Aba closed their shops. Anambra's governor and his Abia counterpart met in Enugu.",
            {"Onitsha": "Nigeria", "Aba": "Nigeria", "Anambra": "Nigeria", "Abia": "Nigeria", "Enugu": "Nigeria"},
        ),
        (
            "Al-Shabaab raided a base near Baidoa. Villagers fled to Dinsoor and Hudur, and helicopters flew from Mogadishu.",
            {"Baidoa": "Somalia", "Dinsoor": "Somalia", "Hudur": "Somalia", "Mogadishu": "Somalia"},
        ),
        (
            "Turkish jets struck targets near Qamishli. Kurdish officials in Hasakah said a power plant was hit.",
            {"Turkish": "Turkey", "Qamishli": "Syria", "Hasakah": "Syria"},
        ),
        (
            "ABUJA, Nigeria (AP) — Gunmen abducted students in Kankara. Katsina officials said parents had gathered at the school.",
            {"ABUJA": "Nigeria", "Nigeria": "Nigeria", "Kankara": "Nigeria", "Katsina": "Nigeria"},
        ),
        (
            "Chilean firefighters battled blazes near Concepcion and Chillan. Ships from Talcahuano brought water.",
            {"Chilean": "Chile", "Concepcion": "Chile", "Chillan": "Chile", "Talcahuano": "Chile"},
        ),
        (
            "Gangs in Leon and Celaya burned buses. Guanajuato's governor asked Mexico City for troops.",
            {"Leon": "Mexico", "Celaya": "Mexico", "Guanajuato": "Mexico", "Mexico City": "Mexico"},
        ),
        (
            "Peruvian police clashed with miners in Trujillo. Roads to Chiclayo were cut, and a mine in La Libertad closed.",
            {"Peruvian": "Peru", "Trujillo": "Peru", "Chiclayo": "Peru", "La Libertad": "Peru"},
        ),
        (
            "A train derailed near Santiago de Compostela. Galicia's premier said passengers from Madrid and Ourense were hurt.",
            {"Santiago de Compostela": "Spain", "Galicia": "Spain", "Madrid": "Spain", "Ourense": "Spain"},
        ),
        (
            "Taliban fighters seized a district in Baghlan. Troops pulled back to Pul-e-Khumri, and flights to Kunduz stopped.",
            {"Baghlan": "Afghanistan", "Pul-e-Khumri": "Afghanistan", "Kunduz": "Afghanistan"},
        ),
        (
            "Houthi rebels fired at Marib. Saudi jets bombed Sirwah and Al Jawf, witnesses said.",
            {"Marib": "Yemen", "Saudi": "Saudi Arabia"},
        ),
        (
            "Quezon police said the ferry left Real at dawn. Survivors were brought to Infanta and Polillo.",
            {"Quezon": "Philippines", "Infanta": "Philippines", "Polillo": "Philippines"},
        ),
    ],
)  # fmt: skip
def test_names_lie_where_the_text_is_set(text: str, expected: dict[str, str], gazetteer: Gazetteer) -> None:
    assert misread(text, expected, gazetteer) == {}


@pytest.mark.parametrize(
    "text",
    [
        "Madison Carter scored 22 points and Austin Paris added 10. Coach Jackson praised Carter and Paris.",
        "The Wilson family thanked Officer Chelsea Vernon. Vernon said the boy was brave.",
        "Mr Preston, of Preston Motors, and Mrs Bolton declined to comment.",
        "Riot police and Border Patrol agents waited.",
        "Dean Burlington, a junior, hit two home runs for the Falcons. Burlington is batting .410.",
        "Lester Holden moderates. Reporters asked whether Holden would come.",
        "A car ran off U.S. 23 at noon.",
    ],
)  # fmt: skip
def test_persons_and_roads_of_local_news_are_no_places(text: str, gazetteer: Gazetteer) -> None:
    assert containers(text, gazetteer) == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Houston said he never met Clinton. Judge Lincoln set bail for Houston at $5,000.", {"Houston": ""},
            marks=pytest.mark.xfail(strict=True, reason="a surname alone that is a large city's too"),
        ),
        pytest.param(
            "A ferry left Real at dawn. Quezon police met it at Polillo.", {"Real": "Philippines"},
            marks=pytest.mark.xfail(strict=True, reason="a word of the language that is a town's name, without a cue"),
        ),
        pytest.param(
            "Dozens fled Janzour after clashes in Zawiya, Libya.", {"Janzour": "Libya"},
            marks=pytest.mark.xfail(strict=True, reason="a town that no list has, without a cue"),
        ),
    ],
)  # fmt: skip
def test_what_local_news_still_lose(text: str, expected: dict[str, str], gazetteer: Gazetteer) -> None:
    found = containers(text, gazetteer)
    for name, container in expected.items():
        assert (fold_name(container) in found.get(name, set())) if container else name not in found


OHIO, TEXAS, ONTARIO, MASSACHUSETTS, DONETSK_OBLAST = (
    f"geonames:{number}" for number in (5165418, 4736286, 6093943, 6254926, 709716)
)
CLARKSVILLE_IN_TEXAS, LONDON_IN_ONTARIO = "geonames:4681758", "geonames:6058560"


@pytest.mark.parametrize(
    ("text", "home", "expected"),
    [
        ("Crews were called to a house in Springfield.", OHIO, {"Springfield": "Ohio"}),
        ("Crews were called to a house in Springfield.", MASSACHUSETTS, {"Springfield": "Massachusetts"}),
        ("The mayor of Cambridge resigned.", ONTARIO, {"Cambridge": "Ontario"}),
        ("The mayor of Cambridge resigned.", MASSACHUSETTS, {"Cambridge": "Massachusetts"}),
        ("A fire broke out in Paris. No one was hurt.", TEXAS, {"Paris": "Texas"}),
        ("A fire broke out in Paris. No one was hurt.", CLARKSVILLE_IN_TEXAS, {"Paris": "Texas"}),
        ("London police want witnesses to call.", LONDON_IN_ONTARIO, {"London": "Ontario"}),
        ("Shells hit Mykolaivka overnight.", DONETSK_OBLAST, {"Mykolaivka": "Donetsk Oblast"}),
        ("Envoys met in Kyiv and Warsaw.", OHIO, {"Kyiv": "Ukraine", "Warsaw": "Poland"}),
    ],
)  # fmt: skip
def test_what_a_source_writes_about_decides_between_namesakes(
    text: str, home: str, expected: dict[str, str], gazetteer: Gazetteer
) -> None:
    found = containers(text, gazetteer, home=home)
    assert {name for name, container in expected.items() if fold_name(container) not in found[name]} == set()


def test_an_unknown_home_is_named(gazetteer: Gazetteer) -> None:
    with pytest.raises(UnknownPlace, match="geonames:1"):
        containers("Rain fell.", gazetteer, home="geonames:1")
