-- Who decides is fixed with its symbol, its ending and its paragraph when a dossier is opened. Dossiers from before take
-- what their rules said on the day they were opened.
alter table dossier
    add column symbol             text,
    add column ending             text not null default 'decide' check (ending in ('decide', 'forward')),
    add column higher_authority   text,
    add column jurisdiction_basis text;

update dossier set ending = 'forward',
                   higher_authority = case form
                       when 'party-merit' then 'Ban Thường vụ Tỉnh ủy'
                       when 'ministry' then 'Bộ Công an'
                       else 'Bộ trưởng Bộ Công an' end
where form in ('party-merit', 'ministry-merit', 'security-medal', 'ministry');

update dossier set symbol = case when decider like '%/police-chief' then 'QĐ-CAT' else 'QĐ-UBND' end
where ending = 'decide';

alter table dossier alter column ending drop default;
