-- Codes of agencies in exchanges between them (Quyết định 20/2020/QĐ-TTg), as provinces bring them.
create table agency_code (
    unit_path   text not null references unit (path),
    code        text not null,
    valid_from  date not null,
    valid_to    date,
    legal_basis text not null,
    primary key (unit_path, valid_from)
);
