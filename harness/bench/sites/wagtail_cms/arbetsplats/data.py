"""The same made data every time."""

import io
from datetime import UTC, date, datetime, timedelta

from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from PIL import Image as Picture
from wagtail.images.models import Image
from wagtail.models import Page, Site

from arbetsplats.models import Arende, Riktlinje

NAMES = ["Anna Testsson", "Bo Exempel", "Cilla Påhitt", "David Övning", "Elsa Prövning"]


def fill():
    get_user_model().objects.create_superuser("prov", "prov@exempel.se", "prov")
    for n, colour in enumerate(("navy", "teal", "maroon")):
        written = io.BytesIO()
        Picture.new("RGB", (320, 200), colour).save(written, "PNG")
        Image.objects.create(title=f"Kontor {n + 1}", file=ContentFile(written.getvalue(), f"kontor{n}.png"))
    site = Site.objects.get(is_default_site=True)
    home = Page.objects.get(pk=site.root_page_id)
    for n in range(12):
        home.add_child(
            instance=Riktlinje(
                title=f"Riktlinje {n + 1}",
                slug=f"riktlinje-{n + 1}",
                galler_fran=date(2026, 1, n + 1),
                text="<h2>Vem gäller det?</h2><p>Alla handläggare.</p><ul><li>Läs.</li><li>Fråga.</li></ul>",
                steg=[("steg", {"rubrik": "Börja här", "beskrivning": "<p>Öppna ärendet.</p>"})],
            )
        )
    for n in range(60):
        Arende.objects.create(
            rubrik=f"Ansökan om ekonomiskt bistånd {n + 1}",
            person=NAMES[n % 5],
            status=Arende.STATUS[n % 3][0],
            inkom=datetime(2026, 11, 1, 9, tzinfo=UTC) - timedelta(days=n),
            beskrivning="<p>Söker för hyra och mat.</p>",
        )
