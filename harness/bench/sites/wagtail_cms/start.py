"""Starts Wagtail over made pages and cases: `python start.py PORT FOLDER`. Runs in an environment of its own."""

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
    ROOT_URLCONF="arbetsplats.addresses",
    LANGUAGE_CODE="sv",
    TIME_ZONE="Europe/Stockholm",
    USE_TZ=True,
    STATIC_URL="/static/",
    MEDIA_ROOT=folder / "media",
    MEDIA_URL="/media/",
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    # Written afresh at each start, outside the site: models that build on Wagtail's cannot do without.
    MIGRATION_MODULES={"arbetsplats": "migrationer"},
    WAGTAIL_SITE_NAME="Arbetsplatsen",
    WAGTAILADMIN_BASE_URL=f"http://127.0.0.1:{port}",
    # Nothing is asked of other hosts.
    WAGTAIL_ENABLE_UPDATE_CHECK=False,
    WAGTAIL_ENABLE_WHATS_NEW_BANNER=False,
    WAGTAIL_GRAVATAR_PROVIDER_URL=None,
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": folder / "db.sqlite3"}},
    INSTALLED_APPS=[
        "arbetsplats", "wagtail.contrib.forms", "wagtail.contrib.redirects", "wagtail.embeds", "wagtail.sites",
        "wagtail.users", "wagtail.snippets", "wagtail.documents", "wagtail.images", "wagtail.search", "wagtail.admin",
        "wagtail", "modelcluster", "taggit", "django_filters", "django.contrib.admin", "django.contrib.auth",
        "django.contrib.contenttypes", "django.contrib.sessions", "django.contrib.messages",
        "django.contrib.staticfiles",
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
(folder / "migrationer").mkdir()
(folder / "migrationer" / "__init__.py").touch()
sys.path.append(str(folder))
django.setup()
call_command("makemigrations", "arbetsplats", verbosity=0)
call_command("migrate", verbosity=0)

from arbetsplats.data import fill  # noqa: E402  (models can be imported only now)

fill()
call_command("runserver", f"127.0.0.1:{port}", use_reloader=False, verbosity=0)
