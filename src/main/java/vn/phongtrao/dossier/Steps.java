package vn.phongtrao.dossier;

import java.util.List;

import org.springframework.data.repository.CrudRepository;

interface Steps extends CrudRepository<Step, Long> {

    List<Step> findByDossierNumberOrderById(String dossierNumber);

    boolean existsByDossierNumberAndActor(String dossierNumber, String actor);
}
