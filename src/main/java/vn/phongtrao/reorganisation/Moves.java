package vn.phongtrao.reorganisation;

import java.util.stream.Collectors;

/** What stands in the columns of a row that came from another database, as SQL over that row, {@code taken}. */
record Moves(Schema.Table table) {

    private static final String ONE = "(select mine from moved_%2$s moved where moved.id = %1$s)";
    private static final String MANY = """
            case when %1$s is not null then array(select mine from unnest(%1$s) with ordinality one (id, n)
                                                  join moved_%2$s using (id) order by n) end""";

    String values() {
        return table.columns().stream().map(this::value).collect(Collectors.joining(", "));
    }

    private String value(Schema.Column column) {
        var name = "taken." + column.name();
        var target = table.numbered() && column.name().equals("id") ? table.name() : table.pointing().get(column.name());
        if (target != null) {
            return (column.type().endsWith("[]") ? MANY : ONE).formatted(name, target);
        }
        return switch (column.name()) {
            case "proc_def_id_", "process_def_id_" -> "(select mine from same_definition where id_ = %s)".formatted(name);
            case "job_def_id_" -> "(select mine from same_jobdef where id_ = %s)".formatted(name);
            case "deployment_id_" -> table.has("process_def_id_")
                    ? "(select deployment from same_definition where id_ = taken.process_def_id_)" : name;
            // of a node that is no more
            case "lock_owner_", "lock_exp_time_" -> "null";
            default -> name;
        };
    }

    /** Of what has ended, the engine's history is taken where its model is here; the dossier's steps always are. */
    String rows() {
        return table.name().startsWith("act_hi_") && table.has("proc_def_id_")
                ? "and proc_def_id_ in (select id_ from same_definition)" : "";
    }
}
