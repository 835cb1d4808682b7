package vn.phongtrao.workflow.session;

import java.sql.SQLException;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;

import org.camunda.bpm.engine.impl.interceptor.CommandContext;

/** When the activities of process instances began, and these themselves. */
final class Began {

    /** The engine gives an instance of an activity and one of a process ids of one kind. */
    private static final String OPEN = """
            select ID_, START_TIME_ from ACT_HI_ACTINST where PROC_INST_ID_ = any (?) and END_TIME_ is null
            union all
            select ID_, START_TIME_ from ACT_HI_PROCINST where PROC_INST_ID_ = any (?) and END_TIME_ is null""";

    private Began() {
    }

    /** @return by id, of what has not ended */
    static Map<String, Date> of(CommandContext context, Collection<String> instances) {
        var connection = context.getDbSqlSession().getSqlSession().getConnection();
        try (var statement = connection.prepareStatement(OPEN)) {
            var ids = connection.createArrayOf("text", instances.toArray());
            statement.setArray(1, ids);
            statement.setArray(2, ids);
            try (var rows = statement.executeQuery()) {
                Map<String, Date> began = new HashMap<>();
                while (rows.next()) {
                    began.put(rows.getString(1), rows.getTimestamp(2));
                }
                return began;
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("History of the engine cannot be read", failed);
        }
    }
}
