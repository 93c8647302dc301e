grant usage on schema hr to ${app_user};
grant select, insert, update, delete on all tables in schema hr to ${app_user};
