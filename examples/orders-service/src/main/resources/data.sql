insert into customer (id, name, discount) values ('cus_7', 'Ada Wren', 5.00) on conflict do nothing;

insert into price (sku, amount) values ('sku_lamp', 24.90), ('sku_bulb', 3.75) on conflict do nothing;
