-- Which print of its certificate counts, since when, and by which decision the words of an award were last put right. What
-- was printed before is in replaced_certificate.
alter table award
    add column print         integer not null default 1,
    add column printed_on    date,
    add column corrected_on  date,
    add column corrected_by  text,
    add column correction_id bigint references decision (id);
