"""Addresses: the editors' side of Wagtail, and the pages that it makes."""

from django.conf import settings
from django.conf.urls.static import static
from django.urls import include, path
from wagtail import urls as pages
from wagtail.admin import urls as editors
from wagtail.documents import urls as documents

urlpatterns = [
    path("admin/", include(editors)),
    path("documents/", include(documents)),
    *static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT),
    path("", include(pages)),
]
