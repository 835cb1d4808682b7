package vn.phongtrao.workflow;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What waits for a post, in the orders that lists have: a task's last day and when it was given stand beside its candidates, where triggers keep
 * them. However many tasks there are, and whatever days those of other posts have, the first of a post's are the first of an index. What somebody has
 * from the beginning has no candidates, and is marked.
 */
final class TasksInOrder {

    private static final String OF_POSTS = """
            alter table act_ru_identitylink add column task_due_ timestamp, add column task_created_ timestamp;
            update act_ru_identitylink link set task_due_ = task.due_date_, task_created_ = task.create_time_
            from act_ru_task task where task.id_ = link.task_id_;

            create function task_given() returns trigger language plpgsql as $$
            begin
                select due_date_, create_time_ into new.task_due_, new.task_created_ from act_ru_task where id_ = new.task_id_;
                return new;
            end $$;
            create trigger task_given before insert on act_ru_identitylink for each row
                when (new.task_id_ is not null) execute function task_given();

            create function task_moved() returns trigger language plpgsql as $$
            begin
                update act_ru_identitylink set task_due_ = new.due_date_, task_created_ = new.create_time_ where task_id_ = new.id_;
                return null;
            end $$;
            create trigger task_moved after update on act_ru_task for each row
                when ((old.due_date_, old.create_time_) is distinct from (new.due_date_, new.create_time_)) execute function task_moved();

            create index candidate_by_day on act_ru_identitylink (group_id_, task_due_, task_created_, task_id_) where type_ = 'candidate';
            create index candidate_by_creation on act_ru_identitylink (group_id_, task_created_, task_id_) where type_ = 'candidate'""";
    /** A task that somebody has from the beginning, such as a vote, has no candidates to be found by. */
    private static final String OF_PERSONS = """
            alter table act_ru_task add column of_person_ boolean;
            update act_ru_task task set of_person_ = true where assignee_ is not null and not exists (
                select from act_ru_identitylink link where link.task_id_ = task.id_ and link.type_ = 'candidate');

            create function task_of_person() returns trigger language plpgsql as $$
            begin
                new.of_person_ = true;
                return new;
            end $$;
            create trigger task_of_person before insert on act_ru_task for each row
                when (new.assignee_ is not null) execute function task_of_person();

            create index task_of_person on act_ru_task (due_date_, create_time_, id_) where of_person_""";
    /** What is past its last day is counted by candidates; these are not late. */
    private static final String SUSPENDED = "create index task_suspended on act_ru_task (due_date_) where suspension_state_ <> 1";

    private TasksInOrder() {
    }

    /** Unless they are there. */
    static void create(JdbcClient jdbc) {
        create(jdbc, "candidate_by_creation", OF_POSTS);
        create(jdbc, "task_of_person", OF_PERSONS);
        create(jdbc, "task_suspended", SUSPENDED);
    }

    /** @param index the last that the script makes */
    private static void create(JdbcClient jdbc, String index, String script) {
        if (jdbc.sql("select to_regclass(?) is null").param(index).query(Boolean.class).single()) {
            jdbc.sql(script).update();
        }
    }
}
