package vn.phongtrao.procedure;

import java.util.List;

import org.springframework.stereotype.Component;

@Component
public class Checks {

    public List<Finding> of(ProcedureFiles files) {
        return List.of();
    }
}
