package vn.phongtrao.dossier;

import org.springframework.data.repository.CrudRepository;

interface DossierRepository extends CrudRepository<Dossier, String> {
}
