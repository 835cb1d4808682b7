-- The latest that were handed over come first on a page.
create index certificate_handover_by_day on certificate_handover (handed_on, award_id) where undone_at is null;
