"""The same made tickets every time: of a municipality's support for its own staff."""

from datetime import timedelta

from django.contrib.auth import get_user_model
from django.contrib.sites.models import Site
from django.utils import timezone
from helpdesk.models import Checklist, ChecklistTask, CustomField, FollowUp, KBCategory, KBItem, Queue, Ticket, TicketCC

NAMES = ["Anna Testsson", "Bo Exempel", "Cilla Påhitt", "David Övning", "Elsa Prövning"]


def fill():
    Site.objects.update_or_create(id=1, defaults={"domain": "127.0.0.1", "name": "Ärenden"})
    people = get_user_model().objects
    prov = people.create_superuser("prov", "prov@exempel.se", "prov")
    other = people.create_user("handlaggare", "handlaggare@exempel.se", "prov", is_staff=True)
    queues = [
        Queue.objects.create(title=title, slug=slug, allow_public_submission=True, locale="sv")
        for title, slug in (("Ekonomiskt bistånd", "ekb"), ("Äldreomsorg", "aldre"))
    ]
    CustomField.objects.create(
        name="kanal", label="Hur kom det in?", data_type="list", list_values="Telefon\nBrev\nBesök", required=True
    )
    CustomField.objects.create(name="frist", label="Frist enligt lag", data_type="date", help_text="Lämna tomt annars.")
    now = timezone.now().replace(hour=9, minute=0)
    for n in range(60):
        ticket = Ticket.objects.create(
            queue=queues[n % 2],
            title=f"Fråga om utbetalning {n + 1}",
            submitter_email=f"person{n % 5}@exempel.se",
            status=n % 4 + 1,
            priority=n % 5 + 1,
            description=f"{NAMES[n % 5]} undrar när pengarna kommer.\n\n**Brådskande** enligt samtalet.",
            assigned_to=prov if n % 3 else None,
            due_date=now + timedelta(days=n % 14 - 4),
        )
        ticket.created = now - timedelta(days=n)
        ticket.save()
        FollowUp.objects.create(
            ticket=ticket, title="Kommentar", comment="Ringde tillbaka, inget svar.", public=True, user=other
        )
    TicketCC.objects.create(ticket_id=1, user=other, can_view=True, can_update=True)
    tasks = Checklist.objects.create(ticket_id=1, name="Inför beslut")
    for at, text in enumerate(("Kontrollera uppgifter", "Begär komplettering", "Skriv förslag")):
        ChecklistTask.objects.create(checklist=tasks, description=text, position=at)
    category = KBCategory.objects.create(
        name="Bistånd", title="Ekonomiskt bistånd", slug="bistand", description="Svar på vanliga frågor.", public=True
    )
    for n in range(4):
        KBItem.objects.create(
            category=category, title=f"Vanlig fråga {n + 1}", question="När betalas pengarna ut?",
            answer="Den 27:e varje månad.", order=n,
        )  # fmt: skip
