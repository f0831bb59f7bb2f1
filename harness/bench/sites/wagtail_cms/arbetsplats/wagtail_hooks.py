"""How the made cases are listed and edited."""

from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from arbetsplats.models import Arende


class Arenden(SnippetViewSet):
    model = Arende
    icon = "clipboard-list"
    list_display = ["rubrik", "person", "status", "inkom"]
    list_filter = ["status", "inkom"]
    search_fields = ["rubrik", "person"]
    add_to_admin_menu = True
    menu_label = "Ärenden"


register_snippet(Arenden)
