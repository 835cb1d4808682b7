package vn.phongtrao.reorganisation;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The models of another database and those of this one that are the same; they have other ids here. */
final class SameModels {

    private static final String MODELS = """
            select d.id_, d.key_, d.deployment_id_, md5(b.bytes_) as model from act_re_procdef d join act_ge_bytearray b
            on b.deployment_id_ = d.deployment_id_ and b.name_ = d.resource_name_""";

    private final JdbcClient jdbc;
    private final JdbcClient theirs;

    SameModels(JdbcClient jdbc, JdbcClient theirs) {
        this.jdbc = jdbc;
        this.theirs = theirs;
    }

    /**
     * Makes tables {@code same_definition} and {@code same_jobdef}, by what process instances and their jobs go on here. They are
     * gone with the transaction.
     *
     * @param executions table with the executions of the other database
     * @return dossiers whose process instance has no model here
     */
    List<String> find(String executions) {
        bring("definition_there", "id_ text, key_ text, deployment_id_ text, model text", MODELS);
        jdbc.sql("""
                create temp table same_definition on commit drop as
                select distinct on (there.id_) there.id_, here.id_ as mine, here.deployment_id_ as deployment
                from definition_there there join (%s) here on here.key_ = there.key_ and here.model = there.model
                     join act_re_procdef d on d.id_ = here.id_
                order by there.id_, d.version_ desc""".formatted(MODELS)).update();
        bring("jobdef_there", "id_ text, proc_def_id_ text, act_id_ text, job_type_ text",
                "select id_, proc_def_id_, act_id_, job_type_ from act_ru_jobdef where proc_def_id_ is not null");
        jdbc.sql("""
                create temp table same_jobdef on commit drop as
                select there.id_, here.id_ as mine from jobdef_there there join same_definition d on d.id_ = there.proc_def_id_
                     join act_ru_jobdef here on here.proc_def_id_ = d.mine and here.act_id_ = there.act_id_
                          and here.job_type_ = there.job_type_""").update();
        return jdbc.sql("""
                select distinct business_key_ from %s
                where business_key_ is not null and proc_def_id_ not in (select id_ from same_definition) order by 1"""
                .formatted(executions)).query(String.class).list();
    }

    private void bring(String table, String columns, String query) {
        jdbc.sql("create temp table %s (%s) on commit drop".formatted(table, columns)).update();
        theirs.sql(query).query((row, index) -> List.of(row.getString(1), row.getString(2), row.getString(3), row.getString(4))).list()
                .forEach(row -> jdbc.sql("insert into %s values (?, ?, ?, ?)".formatted(table)).params(row.toArray()).update());
    }
}
