"""The same made data every time."""

from datetime import UTC, date, datetime, timedelta

from django.contrib.auth import get_user_model

from arenden.models import Anteckning, Arende, Person


def fill():
    get_user_model().objects.create_superuser("prov", password="prov")
    names = ["Anna Testsson", "Bo Exempel", "Cilla Påhitt", "David Övning", "Elsa Prövning"]
    people = [
        Person.objects.create(namn=name, personnummer=f"1980010{n}-000{n}", skyddad=n == 3)
        for n, name in enumerate(names)
    ]
    for n in range(120):
        arende = Arende.objects.create(
            person=people[n % 5],
            rubrik=f"Ansökan om ekonomiskt bistånd {n + 1}",
            beskrivning="Söker för hyra och mat.",
            status=Arende.STATUS[n % 3][0],
            inkom=datetime(2026, 11, 1, 9, tzinfo=UTC) - timedelta(days=n),
            frist=date(2026, 12, 1),
        )
        Anteckning.objects.create(arende=arende, text="Ringde den sökande.", skriven=date(2026, 11, 20))
