-- Made by make-secrets, with the passwords of the roles.
\i /run/secrets/databases.sql
