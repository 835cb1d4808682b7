package vn.phongtrao.workflow.session;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricScopeInstanceEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;

/** Writes history without asking when each activity began, of which it tells how long it took: that was read ahead. */
class HistoryWriter extends DbHistoryEventHandler {

    @Override
    protected void insertOrUpdate(HistoryEvent event) {
        if (!(event instanceof HistoricScopeInstanceEvent scope) || isInitialEvent(event)
                || getDbEntityManager().getCachedEntity(event.getClass(), event.getId()) != null) {
            super.insertOrUpdate(event);
        } else if (event.isEventOfType(HistoryEventTypes.ACTIVITY_INSTANCE_UPDATE)) {
            // it goes on
            getDbEntityManager().merge(event);
        } else {
            Context.getCommandContext().getSession(ReadAhead.class).began(event.getId()).ifPresentOrElse(began -> {
                scope.setStartTime(began);
                getDbEntityManager().merge(event);
            }, () -> super.insertOrUpdate(event));
        }
    }
}
