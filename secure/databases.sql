-- A role for each of the two databases, which sees no other. make-secrets has made the passwords.
CREATE ROLE gateway LOGIN;
CREATE ROLE registry LOGIN;
ALTER DATABASE gateway OWNER TO gateway;
CREATE DATABASE registry OWNER registry;
REVOKE CONNECT, TEMPORARY ON DATABASE gateway, registry FROM PUBLIC;
\i /run/secrets/passwords.sql
