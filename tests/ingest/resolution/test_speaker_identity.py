"""Whom a speaker of a short passage stands for, by what names them; "~" stands before a description of the report's own."""

from __future__ import annotations

import pytest
from spacy.language import Language

from ingest.resolution.speakers import resolve_speakers

from .examples import read_example


def speaker_of(model: Language, marked: str, places: dict[str, str]) -> str | None:
    example = read_example(model, marked, places)
    [speaker] = resolve_speakers(example.doc, example.text, example.quotes, example.actors, example.toponyms)
    if speaker is None:
        return None
    return speaker.name if speaker.named else f"~{speaker.name}"


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        pytest.param(
            "Rebels stormed the jail and freed dozens. The justice ministry condemned it. {They} said «the guards had fled».",
            "~Rebels",
            marks=pytest.mark.xfail(strict=True, reason="who has spoken wins over the people in the sentence before"),
        ),
        ("Two farmers met the deputy governor on Friday. {They} said «the road was mined».", "~Two farmers"),
        ("The party held a rally and thousands of supporters came. {They} said «it was time».", "~supporters"),
        (
            "Residents of the camp met the Norwegian Refugee Council on Friday. {They} said «the water was bad».",
            "~Residents of the camp",
        ),
        ("The Norwegian Refugee Council runs two camps. {They} said «the water was bad».", "Norwegian Refugee Council"),
    ],
)
def test_they_and_it(model: Language, marked: str, name: str) -> None:
    assert speaker_of(model, marked, {}) == name


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        (
            "Mr Tarek Basha met a spokeswoman of the port on Friday. {She} said «it was late».",
            "~spokeswoman of the port",
        ),
        ("Ms Adaeze Obi met Mr Kofi Darko on Friday. {He} said «it was late».", "Kofi Darko"),
        ("Ms Adaeze Obi met Mr Kofi Darko on Friday. {She} said «it was late».", "Adaeze Obi"),
        ("Spokeswoman Temir Osmonova met Colonel Bakyt Sadykov. {She} said «it was late».", "Temir Osmonova"),
        ("Spokeswoman Temir Osmonova met Colonel Bakyt Sadykov. {He} said «it was late».", "Bakyt Sadykov"),
        ("Ms Sadykova met the governor. {He} said «it was late».", "~governor"),
        pytest.param(
            "Mrs Thuy Lan lost her shop. “I am tired,” said Lan. Her neighbour, Phan Dinh, nodded. {She} said «it was late».",
            "Thuy Lan",
            marks=pytest.mark.xfail(
                strict=True, reason="a surname does not tell a man from a woman, and the nearer subject wins"
            ),
        ),
    ],
)
def test_gender_told_by_a_form_of_address(model: Language, marked: str, name: str) -> None:
    assert speaker_of(model, marked, {}) == name


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("{Baig} said «the road was closed». He spoke by phone.", "Baig"),
        ("{Baig} said «the road was closed». Colonel Imran Baig leads the brigade.", "Imran Baig"),
        ("{Hossain} told reporters «the road was closed». He spoke by phone.", "Hossain"),
        ("Colonel Baig arrived late. {Baig} said «the road was closed».", "Baig"),
        ("{Mbeki} said «the road was closed». Her brother had fled.", "Mbeki"),
        ("“The road is closed,” Tuanku said. «“I saw it”», {he} said.", "Tuanku"),
        ("{Kone} said «the road was closed», adding that he would stay.", "Kone"),
        ("{Frontex} said «the road was closed». It has 300 staff.", "Frontex"),
        ("{Nordgas} said «the pipe was closed». The company has 300 staff.", "Nordgas"),
    ],
)
def test_a_bare_surname(model: Language, marked: str, name: str) -> None:
    assert speaker_of(model, marked, {}) == name


@pytest.mark.parametrize(
    ("marked", "name", "places"),
    [
        (
            "{The country's foreign ministry} said «it was late» in Nairobi, Mombasa and Kisumu.",
            "Kenyan Ministry of Foreign Affairs",
            {"Nairobi": "KE", "Mombasa": "KE", "Kisumu": "KE"},
        ),
        (
            "Chad closed its border on Friday. {The country's foreign ministry} said «it was late».",
            "Chadian Ministry of Foreign Affairs",
            {"Chad": "TD"},
        ),
    ],
)
def test_the_countrys_offices(model: Language, marked: str, name: str, places: dict[str, str]) -> None:
    assert speaker_of(model, marked, places) == name


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("{An aide to Senator Rosa Lima} said «it was late».", "~aide to Senator Rosa Lima"),
        ("{A lawyer for Rosa Lima} said «it was late».", "~lawyer for Rosa Lima"),
        ("{Rosa Lima's lawyer} said «it was late».", "~Rosa Lima's lawyer"),
        ("{The brother of Rosa Lima, Diego Lima,} said «it was late».", "Diego Lima"),
        ("{The office of Governor Rosa Lima} said «it was late».", "Office of Governor Rosa Lima"),
        ("Rosa Lima was arrested on Friday. {Her lawyer} said «it was late».", "~Her lawyer"),
        (
            "Rosa Lima was arrested on Friday. Her lawyer, Hugo Paz, said it was late. Later {he} said «she was well».",
            "Hugo Paz",
        ),
        ("Rosa Lima was arrested on Friday. Her lawyer said it was late. {He} said «she was well».", "~Her lawyer"),
        ("{A former aide to President Salif Konaté} said «it was late».", "~former aide to President Salif Konaté"),
        ("{Two people close to Rosa Lima} said «it was late».", "~Two people close to Rosa Lima"),
        ("The minister met Elena Duarte. {His deputy} said «it was late».", "~His deputy"),
        ("Hugo Paz died on Friday. {His widow, Elena,} said «it was late».", "Elena"),
        ("Hugo Paz died on Friday. His widow said it was late. {She} added «two had died».", "~His widow"),
    ],
)
def test_who_belongs_to_somebody(model: Language, marked: str, name: str) -> None:
    assert speaker_of(model, marked, {}) == name


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("{A spokesman for the World Food Programme} said «it was late».", "~spokesman for the World Food Programme"),
        (
            "A spokesman for the World Food Programme, Abdul Karimi, said it was late. Later {the spokesman} said «two had died».",
            "Abdul Karimi",
        ),
        (
            "A spokesman for the hospital, Abdul Karimi, came. The nurse Salma Noor left. {The spokesman} said «it was late».",
            "Abdul Karimi",
        ),
        ("The army's spokesman said it was late. {He} added «two had died».", "~army's spokesman"),
    ],
)
def test_spokespersons(model: Language, marked: str, name: str) -> None:
    assert speaker_of(model, marked, {}) == name


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("Diego Lima and Rosa Lima met on Friday. {Ms Lima} said «it was late».", "Rosa Lima"),
        ("Diego Lima and Rosa Lima met on Friday. {Mr Lima} said «it was late».", "Diego Lima"),
        ("President Aliou Cissé met General Omar Cissé. {General Cissé} said «it was late».", "Omar Cissé"),
        ("President Aliou Cissé met General Omar Cissé. {President Cissé} said «it was late».", "Aliou Cissé"),
        ("President Aliou Cissé met General Omar Cissé. {The general} said «it was late».", "Omar Cissé"),
        (
            "Vice-President Hana Dlamini criticised her husband, Sipho Dlamini, on Monday. {She} said «it was late».",
            "Hana Dlamini",
        ),
    ],
)
def test_namesakes(model: Language, marked: str, name: str) -> None:
    assert speaker_of(model, marked, {}) == name


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("Elena Duarte told Carmen Rojas that the bridge was closed. {She} said «it was late».", "Elena Duarte"),
        ("“It is late,” said Elena Duarte. Hugo Paz disagreed. {She} said «two had died».", "Elena Duarte"),
        ("Elena Duarte, 40, fled with her son, Hugo. {She} said «two had died».", "Elena Duarte"),
        ("{Elena Duarte and Hugo Paz} said «it was late».", "Elena Duarte"),
        ("Elena Duarte met Hugo Paz on Friday. {The former} said «it was late».", "Elena Duarte"),
        ("Elena Duarte met Hugo Paz on Friday. {The latter} said «it was late».", "Hugo Paz"),
    ],
)
def test_after_two_persons(model: Language, marked: str, name: str) -> None:
    assert speaker_of(model, marked, {}) == name


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("The Lagos Herald reported two had died. Later {the newspaper} said «it was late».", "Lagos Herald"),
        ("The daily Noticias del Sur was closed. {The paper} said «it was late».", "Noticias del Sur"),
        ("Police raided Radio Okapi on Friday. {The station} said «two were held».", "Radio Okapi"),
        ("{The state broadcaster} said «it was late».", "~state broadcaster"),
        ("{Malawi's state broadcaster} said «it was late».", "~Malawi's state broadcaster"),
        ("{The Telegram channel of Governor Hugo Paz} said «it was late».", "Hugo Paz"),
        ("{The Telegram channel Nord Watch} said «it was late».", "Nord Watch"),
        ("Hugo Paz fled on Friday. {His Telegram channel} said «it was late».", "Hugo Paz"),
        ("{A pro-army Telegram channel} said «it was late».", "~pro-army Telegram channel"),
    ],
)
def test_outlets_and_channels(model: Language, marked: str, name: str) -> None:
    assert speaker_of(model, marked, {}) == name


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        (
            "General Hugo Paz arrived in the capital.\n\nThe streets were empty.\n\n«“It is over,”» said {the general}.",
            "Hugo Paz",
        ),
        (
            "Elena Duarte sells fish at the port.\n\nThe port was shelled on Friday. Two boats sank.\n\n«“We stay,”» {Duarte} said.",
            "Elena Duarte",
        ),
        (
            "Senator Elena Duarte came.\n\n“It is late,” said Hugo Paz, a trader.\n\nThe senator left. «“We stay,”» {she} said.",
            "Elena Duarte",
        ),
        ("«“It is over,”» said {the mayor of Beni, Hugo Paz}.", "Hugo Paz"),
        ("Said {Elena Duarte}, a teacher: «“It is over.”»", "Elena Duarte"),
        ("«“It is over,”» says {Elena}. Elena Duarte teaches in Beni.", "Elena Duarte"),
    ],
)
def test_far_and_inverted(model: Language, marked: str, name: str) -> None:
    assert speaker_of(model, marked, {}) == name


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("Hugo Paz, deputy head of the port, came on Friday. {The official} said «it was late».", "Hugo Paz"),
        (
            "A senior official of the port came on Friday. {The official} said «it was late».",
            "~senior official of the port",
        ),
        (
            "An official of the port, who asked not to be named, said it was late. {He} said «two had died».",
            "~official of the port",
        ),
        ("A commander of the rebels met Elena Duarte. {The commander} said «it was late».", "~commander of the rebels"),
        ("Colonel Hugo Paz met Captain Diego Sosa. {The captain} said «it was late».", "Diego Sosa"),
    ],
)
def test_descriptions(model: Language, marked: str, name: str) -> None:
    assert speaker_of(model, marked, {}) == name


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("The Valley Defence League attacked the base. {The group} said «it was late».", "Valley Defence League"),
        ("The M23 took the airport from the Congolese army. {The rebels} said «it was late».", "M23"),
        ("The electoral commission met the Southern Union. {It} said «the count was over».", "~electoral commission"),
        pytest.param(
            "The Southern Union lost the vote. {The party} said «the count was over».",
            "Southern Union",
            marks=pytest.mark.xfail(strict=True, reason="nothing tells that a union is a party"),
        ),
        ("Rwanda denied the claim. {It} said «the count was over».", "Rwanda"),
        ("Rwanda denied the claim. {The country} said «the count was over».", "Rwanda"),
        ("Rwanda denied the claim. {The government} said «the count was over».", "Government of Rwanda"),
        ("Rwanda denied the claim. {The government in Kigali} said «the count was over».", "Government of Rwanda"),
    ],
)
def test_bodies(model: Language, marked: str, name: str) -> None:
    assert speaker_of(model, marked, {}) == name


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        (
            "Prime Minister Elena Duarte said it was late. Later {the prime minister} said «two had died».",
            "Elena Duarte",
        ),
        (
            "Ecuador's president, Elena Duarte, met Peru's president, Hugo Paz. {The Peruvian president} said «it was late».",
            "Hugo Paz",
        ),
        (
            "Ecuador's president, Elena Duarte, met Peru's president, Hugo Paz. {Peru's leader} said «it was late».",
            "Hugo Paz",
        ),
        ("Opposition leader Elena Duarte met President Hugo Paz. {The president} said «it was late».", "Hugo Paz"),
        (
            "Opposition leader Elena Duarte met President Hugo Paz. {The opposition leader} said «it was late».",
            "Elena Duarte",
        ),
        (
            "The foreign minister, Elena Duarte, met the interior minister, Hugo Paz. {The interior minister} said «it was late».",
            "Hugo Paz",
        ),
        (
            "The foreign minister, Elena Duarte, met the interior minister, Hugo Paz. {The foreign minister} said «it was late».",
            "Elena Duarte",
        ),
        ("Elena Duarte, 34, a nurse, fled Beni. {The mother of two} said «it was late».", "Elena Duarte"),
        ("{The 34-year-old} said «it was late».", "~34-year-old"),
        ("Elena Duarte, a nurse, fled Beni. {The 34-year-old} said «it was late».", "Elena Duarte"),
    ],
)
def test_titles(model: Language, marked: str, name: str) -> None:
    assert speaker_of(model, marked, {}) == name


@pytest.mark.parametrize(
    ("marked", "name", "places"),
    [
        (
            "The ministry of mines sacked the two engineers on Monday. {They} said «the mine was safe».",
            "~two engineers",
            {},
        ),
        (
            "The striking nurses met the health board on Monday. {They} said «the pay was too low».",
            "~striking nurses",
            {},
        ),
        ("The health board met the striking nurses on Monday. {It} said «the pay was fair».", "~health board", {}),
        (
            "Teachers' Union chief Blessing Phiri called off the strike. {She} said «the talks had gone well».",
            "Blessing Phiri",
            {},
        ),
        (
            "Justice Minister Ana Petrescu and her deputy, Ion Marin, resigned. {He} said «the talks had failed».",
            "Ion Marin",
            {},
        ),
        (
            "Justice Minister Ana Petrescu and her deputy, Ion Marin, resigned. {The minister} said «the talks had failed».",
            "Ana Petrescu",
            {},
        ),
        ("Father Tomás Reyes buried the boy. {The priest} said «peace was near».", "Tomás Reyes", {}),
        ("Sister Lucía Vega runs the clinic. {She} said «peace was near».", "Lucía Vega", {}),
        ("Dr Wanjiru Kamau runs the clinic. {The doctor} said «two had died».", "Wanjiru Kamau", {}),
        ("Lieutenant Colonel Asif Mirza commands the post. {Mirza} said «two had died».", "Asif Mirza", {}),
        ("Lieutenant Colonel Asif Mirza commands the post. {The officer} said «two had died».", "Asif Mirza", {}),
        ("Police chief Daniel Osei arrived. {Osei} said «two had died». ", "Daniel Osei", {}),
        ("A policeman stopped Daniel Osei. {The policeman} said «the road was closed».", "~policeman", {}),
        ("{A resident who gave only her first name, Mariam,} said «the road was closed».", "Mariam", {}),
        ("{A resident, who declined to be named,} said «the road was closed».", "~resident", {}),
        ("{One resident} said «the road was closed». ", "~One resident", {}),
        (
            "{The deputy commander of the northern front} said «two had died».",
            "~deputy commander of the northern front",
            {},
        ),
        ("{Kenya's former president} said «it was late».", "~Kenya's former president", {}),
        ("{Somali President Hassan Warsame} said «it was late». ", "Hassan Warsame", {}),
        (
            "Somali President Hassan Warsame met Ethiopian Prime Minister Tesfaye Alemu. {The Ethiopian leader} said «it was late».",
            "Tesfaye Alemu",
            {},
        ),
        (
            "Somali President Hassan Warsame met Ethiopian Prime Minister Tesfaye Alemu. {The Somali leader} said «it was late».",
            "Hassan Warsame",
            {},
        ),
        (
            "Somali President Hassan Warsame met Ethiopian Prime Minister Tesfaye Alemu. {The prime minister} said «it was late».",
            "Tesfaye Alemu",
            {},
        ),
        (
            "Somali President Hassan Warsame met Ethiopian Prime Minister Tesfaye Alemu. {Warsame} said «it was late».",
            "Hassan Warsame",
            {},
        ),
        ("{The party's leader, Nomsa Zulu,} said «it was late». ", "Nomsa Zulu", {}),
        (
            "The Freedom Movement's leader, Nomsa Zulu, resigned. {The movement} said «it was sorry».",
            "Freedom Movement",
            {},
        ),
        ("Freedom Movement leader Nomsa Zulu resigned. {The party} said «it was sorry».", "Freedom Movement", {}),
        (
            "The Lake Fishers Association sued the state. {The association} said «fish were dying».",
            "Lake Fishers Association",
            {},
        ),
        ("Greenline, an advocacy group, sued the state. {The group} said «fish were dying».", "Greenline", {}),
        ("Transoil, the state oil company, shut the pipe. {The company} said «it was leaking».", "Transoil", {}),
        ("The European Union suspended aid to Niger. {The bloc} said «it was worried».", "European Union", {}),
        ("The UN refugee agency opened a camp. {The agency} said «it was full».", "UNHCR", {}),
        ("The World Food Programme opened a camp. {The UN agency} said «it was full».", "World Food Programme", {}),
        (
            "The Supreme Court of Ghana struck down the law. {The court} said «it was void».",
            "Supreme Court of Ghana",
            {},
        ),
        ("{The public defender, Nana Lomia,} said «it was void».", "Nana Lomia", {}),
        ("{The barber, Tomas Oduya,} said «nobody came».", "Tomas Oduya", {}),
        ("{The Accra High Court} said «it was void».", "Accra High Court", {}),
        ("{Ghana's electoral commission} said «it was void». ", "Electoral Commission of Ghana", {}),
        ("{Colombia's attorney general, Luis Mora,} said «it was void».", "Luis Mora", {}),
        ("{The attorney general's office} said «it was void».", "~attorney general's office", {}),
        ("Thai police arrested a monk on Friday. {The monk} said «it was a mistake».", "~monk", {}),
        ("Thai police arrested a monk on Friday. {Police} said «it was a mistake».", "Thai Police", {}),
        ("{A Thai army spokesman, Colonel Somchai Rattana,} said «it was a mistake». ", "Somchai Rattana", {}),
        (
            "Thai army spokesman Colonel Somchai Rattana spoke. {The army spokesman} said «it was a mistake».",
            "Somchai Rattana",
            {},
        ),
        ("{Vanguard News} reported «two had died».", "Vanguard News", {}),
        ("{Local media} reported «two had died».", "~Local media", {}),
        ("{Two sources in the presidency} told Reuters «it was late».", "~Two sources in the presidency", {}),
        ("{A source close to the talks} told Reuters «it was late».", "~source close to the talks", {}),
        (
            "{The country's interior ministry} said «it was late». Armenia closed its border.",
            "Armenian Ministry of the Interior",
            {},
        ),
        (
            "{The head of the Lviv regional military administration, Taras Hnatiuk,} said «it was late». ",
            "Taras Hnatiuk",
            {},
        ),
        ("{The governor of Sinaloa} said «it was late». ", "~governor of Sinaloa", {}),
        ("{Sinaloa's governor} said «it was late». ", "~Sinaloa's governor", {}),
        ("Sinaloa's governor, Marta Ruiz, resigned. {The governor} said «it was late». ", "Marta Ruiz", {}),
        ("Marta Ruiz is the mayor of Talca. {The mayor} said «it was late».", "Marta Ruiz", {}),
        pytest.param(
            "Marta Ruiz, who leads the union, resigned. {The union leader} said «it was late».",
            "Marta Ruiz",
            {},
            marks=pytest.mark.xfail(strict=True, reason="what somebody does is not read as a title"),
        ),
        ("The suspect, Pablo Ruiz, was shot. {The 29-year-old} said «he was innocent».", "Pablo Ruiz", {}),
        ("Pablo Ruiz, 29, was shot. {The father of three} said «he was innocent».", "Pablo Ruiz", {}),
        ("Pablo Ruiz accused Diego Sosa of theft. {The latter} said «it was a lie».", "Diego Sosa", {}),
        ("Lien and her husband Quang fled. {She} said «the sea was rough».", "Lien", {}),
        ("Lien and her husband Quang fled. {He} said «the sea was rough».", "Quang", {}),
        pytest.param(
            "Lien fled with Quang, her brother. {He} said «the sea was rough».",
            "Quang",
            {},
            marks=pytest.mark.xfail(
                strict=True,
                reason="the gender that a possessive tells of her is not kept, for a wrong pronoun would spread",
            ),
        ),
        (
            "The coup leader, General Moussa Diop, dissolved parliament. {The junta leader} said «it was late».",
            "Moussa Diop",
            {},
        ),
        ("The coup leader, General Moussa Diop, dissolved parliament. {The junta} said «it was late».", "~junta", {}),
        ("Rebels of the Mountain Front took Kalemie. {They} said «it was late».", "~Rebels of the Mountain Front", {}),
        ("Rebel spokesman Moussa Diop denied it. {The rebels} said «it was late».", "~rebels", {}),
        ("{Tehran} said «it was late». ", "Iran", {"Tehran": "IR"}),
        ("India and Pakistan traded fire. {Islamabad} said «it was late».", "Pakistan", {"Islamabad": "PK"}),
        ("«“We were hungry,”» recalls {Amina Yusuf}, who fled Darfur. ", "Amina Yusuf", {}),
        ("Neither the army nor the police commented. {The police} said «it was late».", "~police", {}),
    ],
)
def test_passages_of_every_sort(model: Language, marked: str, name: str, places: dict[str, str]) -> None:
    assert speaker_of(model, marked, places) == name


@pytest.mark.parametrize(
    ("marked", "name", "places"),
    [
        ("{The Free Syrian Liberation Front} said «it was late».", "Free Syrian Liberation Front", {}),
        ("{The National Democratic Alliance} said «it was late».", "National Democratic Alliance", {}),
        ("{The Nagaland Police Federation} said «it was late».", "Nagaland Police Federation", {}),
        ("{The Somali National Army} said «it was late».", "Somali National Army", {}),
        ("{The UN Security Council} said «it was late».", "UN Security Council", {}),
        ("{Human Rights Watch Asia director Mei Lin} said «it was late».", "Mei Lin", {}),
        ("{World Bank country director Olu Adeyemi} said «it was late».", "Olu Adeyemi", {}),
        ("{Former Pakistani Taliban spokesman Ihsan Khan} said «it was late».", "Ihsan Khan", {}),
        ("{The Bolivian Red Cross} said «two had drowned».", "Bolivian Red Cross", {}),
        ("{Kassim} said «the road was closed». Police chief Omar Kassim had been sacked.", "Omar Kassim", {}),
        ("Police chief Omar Kassim was sacked. {Kassim} told AFP «it was unfair».", "Omar Kassim", {}),
        ("{Ochieng} told the BBC «it was unfair». He was sacked.", "Ochieng", {}),
        ("{Nguyen Thi Hoa, 52, a rice farmer,} said «the river was low».", "Nguyen Thi Hoa", {}),
        ("Nguyen Thi Hoa, 52, a rice farmer, lost her field. {Hoa} said «the river was low».", "Nguyen Thi Hoa", {}),
        ("Nguyen Thi Hoa lost her field. {The farmer} said «the river was low». ", "~farmer", {}),
        (
            "Nguyen Thi Hoa, a rice farmer, lost her field. {The farmer} said «the river was low». ",
            "Nguyen Thi Hoa",
            {},
        ),
        ("{Provincial officials in Quang Tri} said «the river was low».", "~Provincial officials in Quang Tri", {}),
        (
            "{The provincial government of Quang Tri} said «the river was low».",
            "Quang Tri provincial government",
            {"Quang Tri": "VN"},
        ),
        ("{The district court in Malatya} said «it was void».", "Malatya district court", {"Malatya": "TR"}),
        ("{Malatya's governorate} said «it was void».", "Malatya governorate", {"Malatya": "TR"}),
        ("{The Malatya municipality} said «it was void».", "Malatya municipality", {"Malatya": "TR"}),
        ("{The fire department in Malatya} said «it was out».", "Malatya fire department", {"Malatya": "TR"}),
        ("{Malatya's chief prosecutor} said «it was void».", "~Malatya's chief prosecutor", {"Malatya": "TR"}),
        ("{Malatya's mayor, Selim Aksoy,} said «it was void».", "Selim Aksoy", {"Malatya": "TR"}),
        ("{The mayor of Malatya, Selim Aksoy,} said «it was void».", "Selim Aksoy", {"Malatya": "TR"}),
        ("{Authorities in Malatya} said «it was void».", "~Authorities in Malatya", {"Malatya": "TR"}),
        ("Malatya police held two men. {They} said «they were innocent».", "~two men", {"Malatya": "TR"}),
        ("Malatya police held two men. {Police} said «they were armed».", "Malatya police", {"Malatya": "TR"}),
        ("The army shelled Bor on Friday. {A spokesman} said «rebels were hiding there». ", "~spokesman", {}),
        (
            "The army shelled Bor on Friday. A spokesman said rebels hid there. {The spokesman} said «two had died». ",
            "~spokesman",
            {},
        ),
        ("Bishop Emeka Nwosu and Imam Bello Sani met. {The imam} said «peace was near».", "Bello Sani", {}),
        ("Bishop Emeka Nwosu and Imam Bello Sani met. {The bishop} said «peace was near».", "Emeka Nwosu", {}),
        (
            "Chilean Finance Minister Rosa Vidal met her Peruvian counterpart, Jorge Luna. {Luna} said «trade was up».",
            "Jorge Luna",
            {},
        ),
        (
            "Chilean Finance Minister Rosa Vidal met her Peruvian counterpart, Jorge Luna. {The finance minister} said «trade was up».",
            "Rosa Vidal",
            {},
        ),
        (
            "Chilean Finance Minister Rosa Vidal met her Peruvian counterpart, Jorge Luna. {The Chilean minister} said «trade was up».",
            "Rosa Vidal",
            {},
        ),
        ("Senator Kofi Boateng and Senator Yaw Mensah fought. {Boateng} said «it was nothing».", "Kofi Boateng", {}),
        ("Kofi Boateng's party lost. {His spokesman, Yaw Mensah,} said «it was nothing».", "Yaw Mensah", {}),
        (
            "Kofi Boateng's party lost. His spokesman, Yaw Mensah, resigned. {Boateng} said «it was nothing».",
            "Kofi Boateng",
            {},
        ),
        (
            "The rebel leader Jonas Mwamba was killed. {His deputy, Pierre Ilunga,} said «the fight went on».",
            "Pierre Ilunga",
            {},
        ),
        ("{The rebel group's deputy leader, Pierre Ilunga,} said «the fight went on».", "Pierre Ilunga", {}),
        ("{An adviser to the president, Pierre Ilunga,} said «the fight went on».", "Pierre Ilunga", {}),
        ("{Pierre Ilunga, an adviser to President Jonas Mwamba,} said «the fight went on».", "Pierre Ilunga", {}),
        (
            "Pierre Ilunga, an adviser to President Jonas Mwamba, resigned. {The adviser} said «the fight went on».",
            "Pierre Ilunga",
            {},
        ),
        (
            "Pierre Ilunga, an adviser to President Jonas Mwamba, resigned. {The president} said «the fight went on».",
            "Jonas Mwamba",
            {},
        ),
        ("Hamas said it had fired rockets. {The group} said «there was no truce».", "Hamas", {}),
        ("Hamas and Islamic Jihad fired rockets. {Israel} said «there was no truce».", "Israel", {}),
        (
            "Lawyers for Tariq Aziz Noor appealed. {They} said «the trial was unfair».",
            "~Lawyers for Tariq Aziz Noor",
            {},
        ),
        ("Tariq Aziz Noor's family appealed. {They} said «the trial was unfair».", "~Tariq Aziz Noor's family", {}),
        (
            "Tariq Aziz Noor's family appealed. {The family} said «the trial was unfair».",
            "~Tariq Aziz Noor's family",
            {},
        ),
        pytest.param(
            "{Tariq Aziz Noor's mother, Salwa,} said «the trial was unfair». ",
            "Salwa",
            {},
            marks=pytest.mark.xfail(strict=True, reason="the model takes the single name for none"),
        ),
        ("{The mother of Tariq Aziz Noor} said «the trial was unfair». ", "~mother of Tariq Aziz Noor", {}),
        ("{Noor's mother} said «the trial was unfair». Tariq Aziz Noor was held.", "~Noor's mother", {}),
        ("{The newspaper El Faro} reported «two had died».", "El Faro", {}),
        ("{State television} reported «two had died».", "~State television", {}),
        ("{Peru's state news agency} reported «two had died».", "~Peru's state news agency", {}),
        ("{The news agency Andina} reported «two had died». ", "Andina", {}),
        ("The Japanese cabinet met. {Tokyo} said «it was ready».", "Japan", {"Tokyo": "JP"}),
        ("{Japan's foreign ministry} said «it was ready».", "Japanese Ministry of Foreign Affairs", {}),
        (
            "Filipino fishermen met the coast guard. {The fishermen} said «the reef was blocked».",
            "~Filipino fishermen",
            {},
        ),
        (
            "The commander of the 5th Brigade, Colonel Idris Hamad, fled. {The colonel} said «he was safe».",
            "Idris Hamad",
            {},
        ),
        (
            "The commander of the 5th Brigade, Colonel Idris Hamad, fled. {The commander} said «he was safe».",
            "Idris Hamad",
            {},
        ),
        pytest.param(
            "The commander of the 5th Brigade, Colonel Idris Hamad, fled. {The brigade} said «he was safe».",
            "5th Brigade",
            {},
            marks=pytest.mark.xfail(
                strict=True, reason="a numbered unit inside a title is a description of the report"
            ),
        ),
    ],
)
def test_passages_from_many_countries(model: Language, marked: str, name: str, places: dict[str, str]) -> None:
    assert speaker_of(model, marked, places) == name
