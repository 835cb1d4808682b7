package vn.phongtrao.workflow;

import java.util.function.Supplier;

import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.camunda.bpm.engine.impl.repository.UpdateProcessDefinitionSuspensionStateBuilderImpl;
import org.camunda.bpm.engine.repository.DeleteProcessDefinitionsSelectBuilder;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.camunda.bpm.engine.repository.UpdateProcessDefinitionSuspensionStateSelectBuilder;

import vn.phongtrao.refusal.Refusal;

/**
 * The engine's repository service: what it deploys is what {@link Deployment} deploys. Nobody deploys past it, be it by
 * REST, Cockpit or a client of the engine, and nobody takes away what dossiers and rules need.
 */
class GatedRepositoryService extends RepositoryServiceImpl {

    private final ThreadLocal<Boolean> deploying = ThreadLocal.withInitial(() -> false);

    /** @param deploy may deploy, unlike everything else */
    <T> T deploying(Supplier<T> deploy) {
        deploying.set(true);
        try {
            return deploy.get();
        } finally {
            deploying.remove();
        }
    }

    @Override
    public DeploymentWithDefinitions deployWithResult(DeploymentBuilderImpl deployment) {
        if (!deploying.get()) {
            throw Refusal.forbidden("Mô hình, bảng quy định và biểu mẫu không được nạp trực tiếp vào máy quy trình");
        }
        return super.deployWithResult(deployment);
    }

    @Override
    public void deleteDeployment(String id) {
        throw deleting();
    }

    @Override
    public void deleteDeploymentCascade(String id) {
        throw deleting();
    }

    @Override
    public void deleteDeployment(String id, boolean cascade) {
        throw deleting();
    }

    @Override
    public void deleteDeployment(String id, boolean cascade, boolean withoutListeners) {
        throw deleting();
    }

    @Override
    public void deleteDeployment(String id, boolean cascade, boolean withoutListeners, boolean withoutMappings) {
        throw deleting();
    }

    @Override
    public void deleteProcessDefinition(String id) {
        throw deleting();
    }

    @Override
    public void deleteProcessDefinition(String id, boolean cascade) {
        throw deleting();
    }

    @Override
    public void deleteProcessDefinition(String id, boolean cascade, boolean withoutListeners) {
        throw deleting();
    }

    @Override
    public void deleteProcessDefinition(String id, boolean cascade, boolean withoutListeners, boolean withoutMappings) {
        throw deleting();
    }

    @Override
    public DeleteProcessDefinitionsSelectBuilder deleteProcessDefinitions() {
        throw deleting();
    }

    /** A definition may be stopped; the dossiers that are under way by it are suspended and resumed one by one, by who may. */
    @Override
    public UpdateProcessDefinitionSuspensionStateSelectBuilder updateProcessDefinitionSuspensionState() {
        return new UpdateProcessDefinitionSuspensionStateBuilderImpl(commandExecutor) {
            @Override
            public UpdateProcessDefinitionSuspensionStateBuilderImpl includeProcessInstances(boolean include) {
                if (include) {
                    throw OutsideCommands.refused();
                }
                return this;
            }
        };
    }

    private static Refusal deleting() {
        return Refusal.forbidden("Không xóa mô hình, bảng quy định đã nạp: hồ sơ và quy định đang dùng chúng");
    }
}
