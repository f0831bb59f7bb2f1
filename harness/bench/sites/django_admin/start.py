"""Starts a Django admin over made cases: `python start.py PORT FOLDER`. Runs in an environment of its own."""

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
    ROOT_URLCONF="arenden.urls",
    LANGUAGE_CODE="sv",
    TIME_ZONE="Europe/Stockholm",
    USE_TZ=True,
    STATIC_URL="/static/",
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": folder / "db.sqlite3"}},
    INSTALLED_APPS=[
        "django.contrib.admin", "django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions",
        "django.contrib.messages", "django.contrib.staticfiles", "arenden",
    ],
    MIDDLEWARE=[
        "django.contrib.sessions.middleware.SessionMiddleware", "django.middleware.common.CommonMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware", "django.contrib.auth.middleware.AuthenticationMiddleware",
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
call_command("migrate", run_syncdb=True, verbosity=0)

from arenden.data import fill  # noqa: E402  (models can be imported only now)

fill()
call_command("runserver", f"127.0.0.1:{port}", use_reloader=False, verbosity=0)
