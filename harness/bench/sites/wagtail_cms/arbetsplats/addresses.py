"""Addresses: the editors' side of Wagtail, and the pages that it makes."""

from django.urls import include, path
from wagtail import urls as pages
from wagtail.admin import urls as editors
from wagtail.documents import urls as documents

urlpatterns = [path("admin/", include(editors)), path("documents/", include(documents)), path("", include(pages))]
