grant select, insert, update, delete on schema hr to ${app_user};
