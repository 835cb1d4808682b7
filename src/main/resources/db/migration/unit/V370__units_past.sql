-- Units merge and end, and their past is read under the unit that took their area over. A path of this list, and what lies below
-- it, is what a unit was before: of 96/31825 the five wards that it was made of, of 96 all of 95. The unit itself comes first.
create function unit_with_past(unit text) returns setof text language sql stable parallel safe as $$
    with recursive past (path) as (
        select unit
        union
        select succession.old_path
        from past join unit_successor succession
             on succession.new_path = past.path or starts_with(succession.new_path, past.path || '/'))
    select path from past
$$;
