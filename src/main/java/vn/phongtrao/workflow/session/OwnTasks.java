package vn.phongtrao.workflow.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.ParameterMapping;
import org.apache.ibatis.mapping.SqlSource;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.type.ArrayTypeHandler;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;

/**
 * The engine's statements that list and count tasks, over the tasks of who is signed in instead of all. What is asked
 * of them stays the engine's, and so nothing that a caller asks reaches another task; and PostgreSQL begins with the
 * few tasks that its indexes on assignees and candidates find, however many there are. Lists by last day or by creation
 * take the first of each post in that order, see {@code TasksInOrder}.
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
    /** What is asked for, the columns and then one order of all; of the last, how the same stands beside candidates. */
    private static final Pattern ORDERED = Pattern.compile(
            "(?s)(select distinct.*?)" + ALL + "(.*)order by RES\\.(?<by>CREATE_TIME_|DUE_DATE_) (?<way>asc|desc)\\s+(?<page>LIMIT \\? OFFSET \\?)\\s*");
    private static final Map<String, String> BESIDE = Map.of("CREATE_TIME_", "task_created_", "DUE_DATE_", "task_due_");
    /** What is asked of a task is asked of each, so that it comes once however many rows answer. */
    private static final String FIRST = """
            %1$s from (
                select taken.* from (
                    select RES.* from ACT_RU_TASK RES
                    where RES.ASSIGNEE_ = ? and exists (select from (select 1) asked %2$s)
                    order by RES.%3$s %5$s, RES.ID_ limit ?) taken
                union all
                select waiting.* from unnest(cast(? as text[])) post cross join lateral (
                    select RES.* from ACT_RU_IDENTITYLINK link join ACT_RU_TASK RES on RES.ID_ = link.TASK_ID_
                    where link.TYPE_ = 'candidate' and link.GROUP_ID_ = post and exists (select from (select 1) asked %2$s)
                    order by link.%4$s %5$s limit ?) waiting) RES
            order by RES.%3$s %5$s %6$s""";
    /** How the engine counts tasks of which nothing is asked, and those that wait for groups, taken or not; of each list one. */
    private static final String ANY = "SELECT COUNT(*) FROM (SELECT DISTINCT RES.ID_ from ACT_RU_TASK RES WHERE ( 1 = 1 )"
            + " and (RES.TENANT_ID_ is null ) ) countDistinct";
    private static final String WAITING = "SELECT COUNT(*) FROM (SELECT DISTINCT RES.ID_ from ACT_RU_TASK RES"
            + " left join ACT_RU_IDENTITYLINK I on I.TASK_ID_ = RES.ID_"
            + " WHERE ( 1 = 1 and ( I.TYPE_ = 'candidate' and ( I.GROUP_ID_ IN ( ? ) ) ) ) and (RES.TENANT_ID_ is null ) ) countDistinct";
    /** The same without reading tasks, which takes twenty times as long; who may start a process is a candidate, too. */
    private static final String ALL_WAITING =
            "select TASK_ID_ from ACT_RU_IDENTITYLINK where TYPE_ = 'candidate' and GROUP_ID_ = any (?) and TASK_ID_ is not null";
    private static final String COUNT_ANY = "select count(*) from (select ID_ from ACT_RU_TASK where ASSIGNEE_ = ? union %s) own".formatted(ALL_WAITING);
    private static final String COUNT_WAITING = "select count(*) from (%s group by TASK_ID_) waiting".formatted(ALL_WAITING);
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    /** Who wants more has the whole list in mind. */
    private static final int MOST = 1_000;
    private static final String USER = "ownUser";
    private static final String GROUPS = "ownGroups";
    private static final String ROWS = "ownRows";

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
    public BoundSql getBoundSql(Object parameter) {
        var query = (TaskQueryImpl) parameter;
        var engines = all.getBoundSql(query);
        var sql = engines.getSql();
        var from = sql.indexOf(ALL);
        if (from < 0 || sql.indexOf(ALL, from + 1) >= 0) {
            throw new IllegalStateException("This is not how the engine reads tasks: " + sql);
        }
        var officer = officer();
        var groups = officer.getGroupIds() == null ? List.<String>of() : officer.getGroupIds();
        var asked = asked(query, groups);
        var ordered = ORDERED.matcher(sql);
        BoundSql own;
        if (ordered.matches() && ordered.group(1).indexOf('?') < 0 && rows(query) <= MOST) {
            own = first(ordered, engines.getParameterMappings(), query);
            groups = asked == null ? groups : asked;
        } else if (says(sql, ANY)) {
            own = new BoundSql(configuration, COUNT_ANY, List.of(user(), groups()), query);
        } else if (asked != null && says(sql, WAITING)) {
            own = new BoundSql(configuration, COUNT_WAITING, List.of(groups()), query);
            groups = asked;
        } else {
            own = among(sql, from, engines.getParameterMappings(), query);
        }
        engines.getAdditionalParameters().forEach(own::setAdditionalParameter);
        own.setAdditionalParameter(USER, officer.getUserId());
        own.setAdditionalParameter(GROUPS, groups.toArray(String[]::new));
        return own;
    }

    private static boolean says(String sql, String known) {
        return BLANKS.matcher(sql).replaceAll(" ").strip().replace("? , ", "").equals(known);
    }

    /** Of the officer's groups those of which a candidate must be; null where others may be. */
    private static List<String> asked(TaskQueryImpl query, List<String> groups) {
        var asked = query.getQueries().size() > 1 || query.getCandidateUser() != null ? null : query.getCandidateGroups();
        return asked != null && asked.stream().allMatch(group -> group != null && groups.contains(group)) ? asked : null;
    }

    private BoundSql among(String sql, int from, List<ParameterMapping> engines, TaskQueryImpl query) {
        var parameters = new ArrayList<>(engines);
        var before = (int) sql.substring(0, from).chars().filter(sign -> sign == '?').count();
        parameters.addAll(before, List.of(user(), groups()));
        return new BoundSql(configuration, sql.replace(ALL, OWN), parameters, query);
    }

    private BoundSql first(Matcher ordered, List<ParameterMapping> engines, TaskQueryImpl query) {
        var asked = engines.subList(0, engines.size() - 2);
        var rows = new ParameterMapping.Builder(configuration, ROWS, Integer.class).build();
        var parameters = Stream.of(List.of(user()), asked, List.of(rows, groups()), asked, List.of(rows),
                engines.subList(engines.size() - 2, engines.size())).flatMap(List::stream).toList();
        var own = new BoundSql(configuration, FIRST.formatted(ordered.group(1), ordered.group(2), ordered.group("by"),
                BESIDE.get(ordered.group("by")), ordered.group("way"), ordered.group("page")), parameters, query);
        own.setAdditionalParameter(ROWS, (int) rows(query));
        return own;
    }

    /** Up to the last of the page. */
    private static long rows(TaskQueryImpl query) {
        return (long) query.getFirstResult() + query.getMaxResults();
    }

    private ParameterMapping user() {
        return new ParameterMapping.Builder(configuration, USER, String.class).build();
    }

    private ParameterMapping groups() {
        return new ParameterMapping.Builder(configuration, GROUPS, new ArrayTypeHandler()).javaType(String[].class).build();
    }

    private static Authentication officer() {
        var authentication = Context.getCommandContext().getAuthentication();
        if (authentication == null || authentication.getUserId() == null) {
            throw new IllegalStateException("Nobody is signed in whose tasks these are");
        }
        return authentication;
    }
}
