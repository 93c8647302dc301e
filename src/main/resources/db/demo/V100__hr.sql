-- The demo organisation's HR system: what its adapter reads, in a schema of its own, beside the desk's tables.
CREATE SCHEMA IF NOT EXISTS hr;

CREATE TABLE hr.employee (
    login            VARCHAR(64)  NOT NULL PRIMARY KEY,
    name             VARCHAR(200) NOT NULL,
    title            VARCHAR(200) NOT NULL,
    department       VARCHAR(200),
    manager          VARCHAR(64),
    mobile           VARCHAR(20),
    recovery_address VARCHAR(254),
    joined_on        DATE         NOT NULL,
    left_on          DATE
);

INSERT INTO hr.employee (login, name, title, department, manager, mobile, recovery_address, joined_on, left_on) VALUES
    ('ada.lindqvist', 'Ada Lindqvist', 'Accountant', 'Finance', 'grace.kim', '+4915550000001', 'ada.lindqvist@home.example', DATE '2012-01-01', NULL),
    ('ben.okafor', 'Ben Okafor', 'Account Executive', 'Sales', 'grace.kim', '+4915550000002', 'ben.okafor@home.example', DATE '2019-06-01', NULL),
    ('chloe.martin', 'Chloé Martin', 'HR Partner', 'HR', 'eva.rossi', '+4915550000003', 'chloe.martin@home.example', DATE '2015-11-01', NULL),
    ('dmitri.volkov', 'Dmitri Volkov', 'Systems Administrator', 'IT', 'ivan.petrov', '+4915550000004', 'dmitri.volkov@home.example', DATE '2022-04-01', NULL),
    ('eva.rossi', 'Eva Rossi', 'Chief Executive Officer', NULL, NULL, '+4915550000005', 'eva.rossi@home.example', DATE '2018-09-01', NULL),
    ('farid.haddad', 'Farid Haddad', 'Software Engineer', 'Engineering', 'grace.kim', '+4915550000006', 'farid.haddad@home.example', DATE '2014-02-01', NULL),
    ('grace.kim', 'Grace Kim', 'Head of Operations', NULL, 'eva.rossi', '+4915550000007', 'grace.kim@home.example', DATE '2021-07-01', NULL),
    ('hana.sato', 'Hana Sato', 'Service Desk Analyst', 'IT', 'ivan.petrov', '+4915550000008', 'hana.sato@home.example', DATE '2017-12-01', NULL),
    ('ivan.petrov', 'Ivan Petrov', 'Service Desk Lead', 'IT', 'eva.rossi', '+4915550000009', 'ivan.petrov@home.example', DATE '2013-05-01', NULL),
    ('judit.nagy', 'Judit Nagy', 'Identity Specialist', 'IT', 'ivan.petrov', '+4915550000010', 'judit.nagy@home.example', DATE '2020-10-01', NULL),
    ('kwame.mensah', 'Kwame Mensah', 'Chief Information Security Officer', NULL, 'eva.rossi', '+4915550000011', 'kwame.mensah@home.example', DATE '2016-03-01', NULL),
    ('lena.fischer', 'Lena Fischer', 'Internal Auditor', NULL, 'eva.rossi', '+4915550000012', 'lena.fischer@home.example', DATE '2012-08-01', NULL),
    ('mateo.garcia', 'Mateo García', 'Process Analyst', 'IT', 'ivan.petrov', '+4915550000013', 'mateo.garcia@home.example', DATE '2019-01-01', NULL),
    ('noor.ali', 'Noor Ali', 'Engine Administrator', 'IT', 'ivan.petrov', '+4915550000014', 'noor.ali@home.example', DATE '2015-06-01', NULL),
    ('oscar.lund', 'Oscar Lund', 'former Account Executive', NULL, NULL, '+4915550000015', 'oscar.lund@home.example', DATE '2022-11-01', CURRENT_DATE - INTERVAL '90' DAY),
    ('pia.weber', 'Pia Weber', 'Marketing Assistant', 'Marketing', 'grace.kim', '+4915550000016', 'pia.weber@home.example', CURRENT_DATE - INTERVAL '5' DAY, NULL),
    ('svc-backup', 'svc-backup', 'service account', NULL, NULL, NULL, NULL, DATE '2014-09-01', NULL);
