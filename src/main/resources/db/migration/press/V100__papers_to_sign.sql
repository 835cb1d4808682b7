-- Where the signature goes on a paper that is kept but not signed yet: page, and left, top, width and height in
-- millimetres. Null for a paper that is as it is handed out.
alter table paper add column signature_place double precision[];
