package vn.phongtrao.workflow.session;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.db.CompositePermissionCheck;
import org.camunda.bpm.engine.impl.db.PermissionCheck;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;

/**
 * What officers may do in the engine. A task is read and worked on by those who belong to one of its candidate groups,
 * taken or not, and by its assignee; no grant says otherwise. Administrators, and all else than tasks, go by grants.
 */
class OfficerAuthorizations extends AuthorizationManager {

    private static final Set<String> WITH_A_TASK = Set.of(Permissions.READ.getName(), Permissions.TASK_WORK.getName());

    /** Whether who asks finds only own tasks. Nobody signed in is the application itself, which finds all. */
    boolean onlyOwnTasks() {
        return isAuthCheckExecuted() && !isCamundaAdmin(getCurrentAuthentication());
    }

    @Override
    public void configureTaskQuery(TaskQueryImpl query) {
        if (onlyOwnTasks()) {
            query.getAuthCheck().getPermissionChecks().clear();
            query.getAuthCheck().setAuthorizationCheckEnabled(false);
        } else {
            super.configureTaskQuery(query);
        }
    }

    @Override
    public boolean isAuthorized(String user, List<String> groups, PermissionCheck check) {
        return goesByGrants(user, groups, check) ? super.isAuthorized(user, groups, check) : has(user, groups, check);
    }

    @Override
    public boolean isAuthorized(String user, List<String> groups, CompositePermissionCheck checks) {
        var all = checks.getAllPermissionChecks();
        return all.stream().allMatch(check -> goesByGrants(user, groups, check))
                ? super.isAuthorized(user, groups, checks)
                : all.stream().anyMatch(check -> ofTask(check) && has(user, groups, check));
    }

    @Override
    public void deleteAuthorizationsByResourceId(Resource resource, String id) {
        if (resource != Resources.TASK) {
            super.deleteAuthorizationsByResourceId(resource, id);
        }
    }

    private boolean goesByGrants(String user, List<String> groups, PermissionCheck check) {
        return !ofTask(check) || isCamundaAdmin(new Authentication(user, groups));
    }

    private static boolean ofTask(PermissionCheck check) {
        return check.getResource() == Resources.TASK && check.getResourceId() != null;
    }

    private boolean has(String user, List<String> groups, PermissionCheck check) {
        var task = getTaskManager().findTaskById(check.getResourceId());
        return task != null && WITH_A_TASK.contains(check.getPermission().getName())
                && (user != null && user.equals(task.getAssignee()) || groups != null && task.getCandidates().stream()
                        .anyMatch(link -> Objects.nonNull(link.getGroupId()) && groups.contains(link.getGroupId())));
    }
}
