-- What a message costs the database. Its outcome is written where the message stands: half of each page is kept free,
-- so that no index has to learn of it, also when a whole page of messages ends together.
alter table notices set (fillfactor = 50);
-- The unique key of a notice begins with its case.
drop index notices_case;
-- By age only whole days are looked at.
drop index carrier_serials_age;
create index carrier_serials_age on carrier_serials using brin (sent_at);
