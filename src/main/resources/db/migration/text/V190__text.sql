-- How texts are compared, found and sorted, whatever the database's own locale. The functions are vn.phongtrao.text.PlainText in
-- SQL; a test compares both. The extension comes with PostgreSQL, and the owner of a database may create it.
create extension if not exists pg_trgm;

-- Vietnamese letters in their order, numbers by what they count
create collation vietnamese (provider = icu, locale = 'vi-u-kn-true');

create function comparable(text) returns text language sql immutable strict parallel safe return
    btrim(regexp_replace(normalize(regexp_replace(normalize(translate(lower(translate(regexp_replace($1 collate "C",
        '[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u2060-\u2065\u206A-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFFB\U0001BCA0-\U0001BCA3\U0001D173-\U0001D17A\U000E0000-\U000E0FFF]',
        '', 'g'), 'ÐƉðɖ', 'ĐĐđđ') collate "und-x-icu"), 'ς', 'σ'), nfd),
        '([\u0300\u0301\u0303\u0309\u0323])([aeiouy\u0302\u0306\u031B]+)', '\2\1', 'g'), nfc),
        '[\u0001-\u002F\u003A-\u0040\u005B-\u0060\u007B-\u00A9\u00AB-\u00B1\u00B4\u00B6-\u00B8\u00BB\u00BF\u00D7\u00F7\u1680\u17D4-\u17DB\u2000-\u206F\u20A0-\u20FF\u2190-\u245F\u2500-\u2BFF\u2E00-\u2E7F\u3000-\u3004\u3008-\u3020\u3030\uFE10-\uFE6F\uFF01-\uFF0F\uFF1A-\uFF20\uFF3B-\uFF40\uFF5B-\uFF65\U0001F000-\U0001FAFF]+',
        ' ', 'g'), ' ');

create function searchable(text) returns text language sql immutable strict parallel safe return
    translate(regexp_replace(normalize(comparable($1), nfd), '[\u0300-\u036F]', '', 'g'), 'đ', 'd');
