s/^camunda:/operaton:/
s/-as-camunda-(user|group)-id/-as-operaton-\1-id/
# addresses are a contract
s|^    webapp:|&\n      application-path: /camunda|
