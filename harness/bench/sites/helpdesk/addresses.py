"""Addresses: the whole of helpdesk at the root, the admin that it links to beside it."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [path("admin/", admin.site.urls), path("", include("helpdesk.urls"))]
