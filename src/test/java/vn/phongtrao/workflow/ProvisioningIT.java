package vn.phongtrao.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an earlier version granted and offered is brought up to date when a later one starts. */
@ScenarioTest
class ProvisioningIT {

    @Autowired
    Provisioning provisioning;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    FilterService filters;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identity;

    @Test
    void aGrantOfAnEarlierVersionIsNoMoreAndNoLessThanThisOneGives() {
        var before = grant();
        before.setPermissions(new Permission[] {Permissions.DELETE_INSTANCE});
        authorizations.saveAuthorization(before);

        provisioning.provide();

        assertThat(grant().isPermissionGranted(Permissions.CREATE_INSTANCE)).isTrue();
        assertThat(grant().isPermissionGranted(Permissions.DELETE_INSTANCE)).isFalse();
    }

    @Test
    void grantsOfSingleTasksThatEarlierVersionsGaveAreTakenBack() {
        var before = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        before.setGroupId("95/954/31813/police-chief");
        before.setResource(Resources.TASK);
        before.setResourceId("some-task");
        before.setPermissions(new Permission[] {Permissions.READ, Permissions.TASK_WORK});
        authorizations.saveAuthorization(before);

        provisioning.provide();

        assertThat(authorizations.createAuthorizationQuery().resourceType(Resources.TASK).list())
                .extracting(Authorization::getResourceId).containsOnly(Authorization.ANY);
    }

    @Test
    void aFilterOfAnEarlierVersionAsksWhatThisOneAsks() {
        filters.saveFilter(filter().setQuery(tasks.createTaskQuery().taskName("Việc cũ")));

        provisioning.provide();

        assertThat(((TaskQueryImpl) filter().getQuery()).getName()).isNull();
        assertThat(((TaskQueryImpl) filter().getQuery()).getExpressions()).containsEntry("taskAssignee",
                "${currentUser()}");
    }

    @Test
    void whatIsUpToDateStaysAsItIs() {
        provisioning.provide();
        var grants = authorizations.createAuthorizationQuery().count();
        var filter = filter().getId();

        provisioning.provide();

        assertThat(authorizations.createAuthorizationQuery().count()).isEqualTo(grants);
        assertThat(filter().getId()).isEqualTo(filter);
    }

    @Test
    void whoIsInNoGroupHasAnEmptyList() {
        for (var groups : Arrays.asList(List.<String>of(), null)) {
            identity.setAuthentication("newcomer", groups);
            try {
                assertThat(filters.createFilterQuery().listPage(0, 9)).hasSizeGreaterThanOrEqualTo(2).allSatisfy(filter -> {
                    assertThat(filters.listPage(filter.getId(), 0, 9)).isEmpty();
                    assertThat(filters.count(filter.getId())).isZero();
                });
            } finally {
                identity.clearAuthentication();
            }
        }
    }

    private Authorization grant() {
        return authorizations.createAuthorizationQuery().groupIdIn("police-officer")
                .resourceType(Resources.PROCESS_DEFINITION).resourceId("commendation").singleResult();
    }

    private Filter filter() {
        return filters.createFilterQuery().filterName("Việc của tôi").singleResult();
    }
}
