"""Made cases of a social services office."""

from django.db import models


class Person(models.Model):
    namn = models.CharField(max_length=80)
    personnummer = models.CharField(max_length=13)
    skyddad = models.BooleanField("skyddade uppgifter", default=False)

    class Meta:
        verbose_name_plural = "personer"

    def __str__(self):
        return self.namn


class Arende(models.Model):
    STATUS = [("nytt", "Nytt"), ("utreds", "Utreds"), ("beslutat", "Beslutat")]
    person = models.ForeignKey(Person, models.CASCADE)
    rubrik = models.CharField(max_length=120)
    beskrivning = models.TextField(blank=True)
    status = models.CharField(max_length=10, choices=STATUS, default="nytt")
    inkom = models.DateTimeField()
    frist = models.DateField(null=True, blank=True)
    bilaga = models.FileField(blank=True)

    class Meta:
        verbose_name = "ärende"
        verbose_name_plural = "ärenden"

    def __str__(self):
        return self.rubrik


class Anteckning(models.Model):
    arende = models.ForeignKey(Arende, models.CASCADE)
    text = models.TextField()
    skriven = models.DateField()

    class Meta:
        verbose_name_plural = "anteckningar"
