package vn.phongtrao.model;

import java.time.LocalDate;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The recognised models of the movement, counted. */
@Service
@Transactional(readOnly = true)
public class Models {

    private final JdbcClient jdbc;

    Models(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How many models work in a commune: recognised at any level by that day and not retired, whether they are the
     * commune's own or have a site there.
     */
    public long effectiveIn(String communePath, LocalDate on) {
        return jdbc.sql("""
                        select count(*) from model
                        where (retired_on is null or retired_on > :on)
                          and exists (select 1 from model_recognition r
                                      where r.model_id = model.id and r.decided_on <= :on)
                          and (unit_path = :commune
                               or exists (select 1 from model_site s
                                          where s.model_id = model.id and s.unit_path = :commune
                                            and s.decided_on <= :on and (s.retired_on is null or s.retired_on > :on)))""")
                .params(Map.of("commune", communePath, "on", on)).query(Long.class).single();
    }
}
