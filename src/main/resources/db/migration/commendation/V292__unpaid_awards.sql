-- What is unpaid is counted from the index alone.
drop index award_unpaid;
create index award_unpaid on award (fund_year, decided_on, fund_unit text_pattern_ops, fund) include (id)
    where fund_unit is not null and bonus > 0 and not paid;
