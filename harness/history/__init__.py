"""What earlier runs saw: kept in a database, a file by default, or PostgreSQL for a team."""
