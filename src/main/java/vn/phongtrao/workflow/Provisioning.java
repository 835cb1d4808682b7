package vn.phongtrao.workflow;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.camunda.bpm.engine.impl.util.ResourceTypeUtil;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.dossier.Contents;
import vn.phongtrao.procedure.ProceduresChanged;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.Position;

/** What officers may do in the engine, and the filters of their Tasklist. Nodes that start together take turns. */
@Component
class Provisioning {

    private static final long LOCK = 7_240_001L;
    private static final String EVERYBODY = Authorization.ANY;

    private final AuthorizationService authorizations;
    private final FilterService filters;
    private final TaskService tasks;
    private final Contents contents;
    private final JdbcClient jdbc;

    Provisioning(AuthorizationService authorizations, FilterService filters, TaskService tasks,
                 Contents contents, JdbcClient jdbc) {
        this.contents = contents;
        this.authorizations = authorizations;
        this.filters = filters;
        this.tasks = tasks;
        this.jdbc = jdbc;
    }

    /** Procedures may come and go while the program runs. */
    @EventListener({ApplicationReadyEvent.class, ProceduresChanged.class})
    @Transactional
    public void provide() {
        jdbc.sql("select pg_advisory_xact_lock(?)::text").param(LOCK).query(String.class).single();
        dropGrantsOfTasks();
        everybody(Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        everybody(Resources.APPLICATION, "welcome", Permissions.ACCESS);
        everybody(Resources.PROCESS_DEFINITION, Authorization.ANY, Permissions.READ);
        var processes = contents.processes();
        dropGrantsOfProcesses(processes);
        processes.forEach(process -> grant(Position.POLICE_OFFICER.id(), Resources.PROCESS_DEFINITION, process,
                Permissions.CREATE_INSTANCE));
        grant(Position.POLICE_OFFICER.id(), Resources.PROCESS_INSTANCE, Authorization.ANY, Permissions.CREATE);
        for (var resource : Resources.values()) {
            // who holds no post opens no dossier, and so is offered no process to start
            grant(Officer.ADMINISTRATORS, resource, Authorization.ANY, Permissions.ALL,
                    resource == Resources.PROCESS_DEFINITION ? Permissions.CREATE_INSTANCE : Permissions.NONE);
        }
        share(filter("Việc của tôi", -10, "Nhiệm vụ tôi đã nhận hoặc được giao đích danh",
                tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}")));
        share(filter("Việc của đơn vị tôi", -5, "Nhiệm vụ chờ các chức danh của tôi xử lý",
                tasks.createTaskQuery().taskCandidateGroupInExpression("${currentUserGroups()}")
                        .includeAssignedTasks()));
        // administrators may read every filter
        filter("Việc của mọi đơn vị", 0, "Mọi nhiệm vụ đang chờ, để trả lại cho đơn vị khi người đã nhận vắng mặt",
                tasks.createTaskQuery());
    }

    /** Versions before 0.2 had one for each candidate and assignee; tasks go by those themselves. */
    private void dropGrantsOfTasks() {
        jdbc.sql("delete from act_ru_authorization where resource_type_ = ? and resource_id_ <> ?")
                .params(Resources.TASK.resourceType(), Authorization.ANY).update();
    }

    /** Of those that have been taken away: their definitions stay deployed, and would still be offered for start. */
    private void dropGrantsOfProcesses(List<String> processes) {
        authorizations.createAuthorizationQuery().groupIdIn(Position.POLICE_OFFICER.id())
                .resourceType(Resources.PROCESS_DEFINITION).list().stream()
                .filter(grant -> !processes.contains(grant.getResourceId()))
                .forEach(grant -> authorizations.deleteAuthorization(grant.getId()));
    }

    private void everybody(Resource resource, String id, Permission permission) {
        var known = authorizations.createAuthorizationQuery().authorizationType(Authorization.AUTH_TYPE_GLOBAL)
                .resourceType(resource).resourceId(id).singleResult();
        var authorization = known == null ? authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL)
                : known;
        if (known == null) {
            authorization.setUserId(EVERYBODY);
        }
        save(authorization, resource, id, permission, Permissions.NONE);
    }

    private void grant(String group, Resource resource, String id, Permission permission) {
        grant(group, resource, id, permission, Permissions.NONE);
    }

    private void grant(String group, Resource resource, String id, Permission permission, Permission without) {
        var known = authorizations.createAuthorizationQuery().groupIdIn(group)
                .resourceType(resource).resourceId(id).singleResult();
        var authorization = known == null ? authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT)
                : known;
        authorization.setGroupId(group);
        save(authorization, resource, id, permission, without);
    }

    /** An earlier version may have granted something else: what this one grants is what there is. */
    private void save(Authorization authorization, Resource resource, String id, Permission permission,
                      Permission without) {
        var before = authorization.getId() == null ? null
                : Set.of(authorization.getPermissions(permissionsOf(resource)));
        authorization.setResource(resource);
        authorization.setResourceId(id);
        authorization.setPermissions(new Permission[] {permission});
        authorization.removePermission(without);
        if (before == null || !before.equals(Set.of(authorization.getPermissions(permissionsOf(resource))))) {
            authorizations.saveAuthorization(authorization);
        }
    }

    private static Permission[] permissionsOf(Resource resource) {
        return ResourceTypeUtil.getPermissionsByResourceType(resource.resourceType());
    }

    private Filter filter(String name, int priority, String description, TaskQuery query) {
        var filter = filters.createFilterQuery().filterName(name).singleResult();
        if (filter == null) {
            filter = filters.newTaskFilter(name);
        }
        Map<String, Object> properties = Map.of("priority", priority, "description", description, "refresh", true,
                "showUndefinedVariable", false, "variables", List.of(shown(TaskCards.NUMBER, "Hồ sơ"),
                        shown(TaskCards.TITLE, "Nội dung"), shown(TaskCards.UNIT, "Đơn vị"),
                        shown(TaskCards.STOP_NAME, "Xét duyệt")));
        var asked = ((FilterEntity) filters.newTaskFilter(name).setQuery(query)).getQueryInternal();
        var known = ((FilterEntity) filter).getQueryInternal();
        if (!properties.equals(filter.getProperties()) || !asked.equals(known)) {
            filter = filters.saveFilter(filter.setProperties(properties).setQuery(query));
        }
        return filter;
    }

    private void share(Filter filter) {
        everybody(Resources.FILTER, filter.getId(), Permissions.READ);
    }

    private static Map<String, String> shown(String variable, String label) {
        return Map.of("name", variable, "label", label);
    }
}
