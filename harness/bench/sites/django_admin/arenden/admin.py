"""How the made cases are administered: the parts of the admin that a case system uses."""

from django.contrib import admin

from arenden.models import Anteckning, Arende, Person


class Anteckningar(admin.TabularInline):
    model = Anteckning
    extra = 1


@admin.register(Arende)
class ArendeAdmin(admin.ModelAdmin):
    list_display = ["rubrik", "person", "status", "inkom", "frist"]
    list_filter = ["status", "inkom"]
    list_editable = ["status"]
    search_fields = ["rubrik", "person__namn"]
    date_hierarchy = "inkom"
    inlines = [Anteckningar]


admin.site.register(Person)
