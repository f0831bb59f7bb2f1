"""Starts django-helpdesk with made tickets: `python start.py PORT FOLDER`. Runs in an environment of its own."""

import sys
from pathlib import Path

import django
from django.conf import settings
from django.core.management import call_command

port, folder = sys.argv[1], Path(sys.argv[2])
settings.configure(
    DEBUG=True,
    SECRET_KEY="prov",
    ALLOWED_HOSTS=["127.0.0.1"],
    ROOT_URLCONF="addresses",
    LANGUAGE_CODE="sv",
    TIME_ZONE="Europe/Stockholm",
    USE_TZ=True,
    STATIC_URL="/static/",
    MEDIA_ROOT=folder / "media",
    MEDIA_URL="/media/",
    SITE_ID=1,
    LOGIN_URL="/login/",
    LOGIN_REDIRECT_URL="/dashboard/",
    DEFAULT_AUTO_FIELD="django.db.models.AutoField",
    EMAIL_BACKEND="django.core.mail.backends.dummy.EmailBackend",
    HELPDESK_TEAMS_MODE_ENABLED=False,
    HELPDESK_USE_CDN=False,
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": folder / "db.sqlite3"}},
    INSTALLED_APPS=[
        "django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions", "django.contrib.sites",
        "django.contrib.messages", "django.contrib.staticfiles", "django.contrib.humanize", "django.contrib.admin",
        "rest_framework", "helpdesk",
    ],
    MIDDLEWARE=[
        "django.contrib.sessions.middleware.SessionMiddleware", "django.middleware.locale.LocaleMiddleware",
        "django.middleware.common.CommonMiddleware", "django.middleware.csrf.CsrfViewMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
    ],
    TEMPLATES=[{
        "BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True,
        "OPTIONS": {"context_processors": [
            "django.template.context_processors.request", "django.contrib.auth.context_processors.auth",
            "django.contrib.messages.context_processors.messages",
        ]},
    }],
)  # fmt: skip
django.setup()
call_command("migrate", verbosity=0)

from data import fill  # noqa: E402  (models can be imported only now)

fill()
call_command("runserver", f"127.0.0.1:{port}", use_reloader=False, verbosity=0)
