package vn.phongtrao.workflow.session;

import java.util.ArrayList;

import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.ParameterMapping;
import org.apache.ibatis.mapping.SqlSource;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.type.ArrayTypeHandler;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;

/**
 * The engine's statements that list and count tasks, over the tasks of who is signed in instead of all. What is asked
 * of them stays the engine's, and so nothing that a caller asks reaches another task; and PostgreSQL begins with the
 * few tasks that its indexes on assignees and candidates find, however many there are.
 */
final class OwnTasks implements SqlSource {

    static final String LIST = "selectOwnTasks";
    static final String COUNT = "selectOwnTaskCount";

    private static final String ALL = "from ACT_RU_TASK RES";
    private static final String OWN = """
            from (select own.* from ACT_RU_TASK own where own.ID_ in (
                      select ID_ from ACT_RU_TASK where ASSIGNEE_ = ?
                      union all
                      select TASK_ID_ from ACT_RU_IDENTITYLINK
                      where TYPE_ = 'candidate' and GROUP_ID_ = any (?))) RES""";
    private static final String USER = "ownUser";
    private static final String GROUPS = "ownGroups";

    private final Configuration configuration;
    private final SqlSource all;

    private OwnTasks(Configuration configuration, SqlSource all) {
        this.configuration = configuration;
        this.all = all;
    }

    static void addTo(Configuration configuration) {
        add(configuration, LIST, "selectTaskByQueryCriteria");
        add(configuration, COUNT, "selectTaskCountByQueryCriteria");
    }

    private static void add(Configuration configuration, String id, String engines) {
        var statement = configuration.getMappedStatement(engines);
        configuration.addMappedStatement(new MappedStatement.Builder(configuration, id,
                new OwnTasks(configuration, statement.getSqlSource()), statement.getSqlCommandType())
                .resultMaps(statement.getResultMaps()).timeout(statement.getTimeout()).lang(statement.getLang())
                .useCache(false).build());
    }

    @Override
    public BoundSql getBoundSql(Object query) {
        var engines = all.getBoundSql(query);
        var sql = engines.getSql();
        var from = sql.indexOf(ALL);
        if (from < 0 || sql.indexOf(ALL, from + 1) >= 0) {
            throw new IllegalStateException("This is not how the engine reads tasks: " + sql);
        }
        var parameters = new ArrayList<>(engines.getParameterMappings());
        var before = (int) sql.substring(0, from).chars().filter(sign -> sign == '?').count();
        parameters.add(before, new ParameterMapping.Builder(configuration, USER, String.class).build());
        parameters.add(before + 1, new ParameterMapping.Builder(configuration, GROUPS, new ArrayTypeHandler())
                .javaType(String[].class).build());
        var own = new BoundSql(configuration, sql.replace(ALL, OWN), parameters, query);
        engines.getAdditionalParameters().forEach(own::setAdditionalParameter);
        var officer = officer();
        own.setAdditionalParameter(USER, officer.getUserId());
        own.setAdditionalParameter(GROUPS, officer.getGroupIds() == null ? new String[0]
                : officer.getGroupIds().toArray(String[]::new));
        return own;
    }

    private static Authentication officer() {
        var authentication = Context.getCommandContext().getAuthentication();
        if (authentication == null || authentication.getUserId() == null) {
            throw new IllegalStateException("Nobody is signed in whose tasks these are");
        }
        return authentication;
    }
}
