-- Links with which people choose a new password. Only a hash of each token is kept: who reads this table can use none.
CREATE TABLE password_link (
    token_hash   VARCHAR(64)              NOT NULL PRIMARY KEY,
    action_id    UUID                     NOT NULL UNIQUE,
    login        VARCHAR(64)              NOT NULL,
    issued_at    TIMESTAMP WITH TIME ZONE NOT NULL,
    expires_at   TIMESTAMP WITH TIME ZONE NOT NULL,
    mailed_at    TIMESTAMP WITH TIME ZONE,
    used_at      TIMESTAMP WITH TIME ZONE,
    cancelled_at TIMESTAMP WITH TIME ZONE
);
