"""Made guidance and cases of a municipality."""

from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.blocks import CharBlock, RichTextBlock, StructBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page


class Riktlinje(Page):
    """A page of guidance: date, rich text, and blocks of steps."""

    galler_fran = models.DateField("gäller från", null=True, blank=True)
    bild = models.ForeignKey("wagtailimages.Image", models.SET_NULL, null=True, blank=True, related_name="+")
    text = RichTextField("text")
    steg = StreamField(
        [("steg", StructBlock([("rubrik", CharBlock()), ("beskrivning", RichTextBlock(required=False))]))], blank=True
    )
    content_panels = [*Page.content_panels, FieldPanel("galler_fran"), FieldPanel("bild"), FieldPanel("text"),
                      FieldPanel("steg")]  # fmt: skip
    template = "arbetsplats/riktlinje.html"

    class Meta:
        verbose_name = "riktlinje"


class Arende(models.Model):
    """A case in a list."""

    STATUS = [("nytt", "Nytt"), ("utreds", "Utreds"), ("beslutat", "Beslutat")]
    rubrik = models.CharField(max_length=120)
    person = models.CharField(max_length=80)
    status = models.CharField(max_length=10, choices=STATUS, default="nytt")
    inkom = models.DateTimeField()
    beskrivning = RichTextField(blank=True)
    skyddad = models.BooleanField("skyddade uppgifter", default=False)
    panels = [
        MultiFieldPanel([FieldPanel("rubrik"), FieldPanel("person"), FieldPanel("skyddad")], "Vem och vad"),
        FieldPanel("status"), FieldPanel("inkom"), FieldPanel("beskrivning"),
    ]  # fmt: skip

    class Meta:
        verbose_name = "ärende"
        verbose_name_plural = "ärenden"

    def __str__(self):
        return self.rubrik
