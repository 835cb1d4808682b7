package vn.phongtrao.workflow.web;

import java.io.IOException;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.filter.OncePerRequestFilter;

import vn.phongtrao.audit.CurrentAct;
import vn.phongtrao.security.Acts;
import vn.phongtrao.security.CurrentOfficer;

/**
 * Tells the audit trail which dossier an administrator's call to the engine is about, which the address names by an id of the engine's own. Of what
 * officers do the gate tells it.
 */
class DossierOfCall extends OncePerRequestFilter {

    private static final Pattern CALL = Pattern.compile(".*/(?:task|process-instance|execution|job)/([^/]+)(?:/.*)?");
    private static final Acts ACTS = new Acts();

    private final CurrentOfficer officer;
    private final JdbcClient jdbc;

    DossierOfCall(CurrentOfficer officer, JdbcClient jdbc) {
        this.officer = officer;
        this.jdbc = jdbc;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !ACTS.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var call = CALL.matcher(request.getRequestURI());
        if (call.matches() && officer.get().administrator()) {
            jdbc.sql("""
                            select business_key_ from act_ru_execution where business_key_ is not null and id_ in (
                                select proc_inst_id_ from act_ru_task where id_ = :id
                                union all select proc_inst_id_ from act_ru_execution where id_ = :id
                                union all select process_instance_id_ from act_ru_job where id_ = :id)""")
                    .param("id", call.group(1)).query(String.class).optional().ifPresent(CurrentAct::about);
        }
        chain.doFilter(request, response);
    }
}
