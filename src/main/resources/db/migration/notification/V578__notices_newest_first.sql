-- The newest of a post or a person are the first of an index, however many there are.
drop index notice_of_post;
drop index notice_of_person;
create index notice_of_post on notice (post, over, at, id) where post is not null;
create index notice_of_person on notice (person, over, at, id) where person is not null;
