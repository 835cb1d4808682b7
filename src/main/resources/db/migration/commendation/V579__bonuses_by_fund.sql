-- Who pays looks for the latest bonuses of a fund.
create index award_by_fund_and_day on award (fund_unit text_pattern_ops, decided_on desc, id desc) include (revoked_on, paid)
    where fund_unit is not null and bonus > 0;
