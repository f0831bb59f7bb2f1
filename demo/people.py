"""The made-up people whom the embedded Esset knows. No number is one that the Tax Agency gives to anyone."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Person:
    """A person with a case. One with a protected identity is found, but nothing tells where he or she lives."""

    id: int
    name: str
    number: str
    address: str
    district: str
    case: str
    protected: bool = False


DISTRICTS = ("Enskede-Årsta-Vantör", "Farsta", "Hägersten-Älvsjö", "Järva", "Kungsholmen", "Skärholmen", "Södermalm")

PEOPLE = (
    Person(1, "Alma Exempelsson", "19840231-1234", "Provgatan 14", "Farsta", "Ekonomiskt bistånd"),
    Person(2, "Amir Testberg", "19910231-2215", "Mallvägen 3", "Järva", "Vuxen"),
    Person(3, "Anders Exempelström", "19470231-3312", "Skissgränd 8", "Södermalm", "Äldreomsorg"),
    Person(4, "Annika Provlund", "20120231-4425", "Utkastvägen 21", "Skärholmen", "Barn och unga"),
    Person(5, "Astrid Övningsdotter", "19380231-5541", "Försöksbacken 2", "Kungsholmen", "Äldreomsorg"),
    Person(6, "Bashir Exempelson", "19780231-6639", "Mallvägen 17", "Järva", "Ekonomiskt bistånd"),
    Person(7, "Berit Skissgren", "19520231-7746", "Provgatan 40", "Farsta", "God man"),
    Person(8, "Cecilia Mallstedt", "19690231-8822", "Modellstigen 5", "Hägersten-Älvsjö", "Funktionsnedsättning"),
    Person(9, "Dawit Exempelsson", "20090231-9918", "Utkastvägen 6", "Skärholmen", "Barn och unga"),
    Person(10, "Elin Provberg", "19870231-1022", "", "", "Vuxen", protected=True),
    Person(11, "Erik Utkaster", "19950231-1139", "Skissgränd 31", "Södermalm", "Vuxen"),
    Person(12, "Fatima Testlund", "19820231-1246", "Mallvägen 9", "Järva", "Ekonomiskt bistånd"),
    Person(13, "Gunnar Övning", "19410231-1355", "Försöksbacken 12", "Kungsholmen", "Kommunal hälso- och sjukvård"),
    Person(14, "Hanna Exempelkvist", "20150231-1460", "Modellstigen 28", "Hägersten-Älvsjö", "Barn och unga"),
    Person(15, "Ibrahim Mallgren", "19740231-1577", "Årstaprovet 4", "Enskede-Årsta-Vantör", "Funktionsnedsättning"),
    Person(16, "Johanna Skisslund", "19990231-1684", "Årstaprovet 19", "Enskede-Årsta-Vantör", "Ekonomiskt bistånd"),
)


@dataclass(frozen=True)
class Staff:
    """Someone who works in Esset."""

    username: str
    name: str


COLLEAGUES = {
    "handlaggare": Staff("handlaggare", "Kim Handledarsson"),
    "chef": Staff("chef", "Robin Ledberg"),
    "sjukskoterska": Staff("sjukskoterska", "Sam Vårdlund"),
}

ROLES = (
    ("Handläggare, överförmyndarverksamhet", "Granskar årsräkningar och förordnar gode män."),
    ("Socialsekreterare, barn och unga", "Tar emot orosanmälningar och utreder."),
    ("Socialsekreterare, vuxen", "Boende, beroende och våld i nära relationer."),
    ("Handläggare, ekonomiskt bistånd", "Ansökningar, beräkningar och utbetalningar."),
    ("Biståndshandläggare, funktionsnedsättning", "Utreder och beställer insatser."),
    ("Samordnare, äldreomsorg", "Bedömer och planerar hemtjänst."),
    ("Sjuksköterska, hälso- och sjukvård", "Journal och läkemedel."),
    ("Enhetschef", "Statistik och uppföljning."),
)


@dataclass(frozen=True)
class Resident:
    """Someone who uses the portal."""

    name: str
    number: str
    email: str
    phone: str
    address: str


RESIDENT = Resident(
    "Alma Exempelsson", "19840231-1234", "alma@exempel.invalid", "070-174 06 00", "Provgatan 14, 123 45 Farsta"
)
